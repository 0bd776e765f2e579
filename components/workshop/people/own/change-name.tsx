'use client'

import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../../ui/controls/button'
import { IconButton } from '../../../ui/controls/icon-button'
import { useNameless } from '../../entry/use-nameless'
import styles from '../people-list.module.css'
import { NameDialog } from './name-dialog'

/** Where somebody changes what the others call them. */
export function ChangeName({ name }: { readonly name: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const hasNone = useNameless(name)
  return (
    <>
      {hasNone ? (
        <Button ref={button} size="small" className={styles.more} onClick={() => setIsOpen(true)}>
          Give your name
        </Button>
      ) : (
        <IconButton
          ref={button}
          label="Change your name"
          className={styles.more ?? ''}
          onClick={() => setIsOpen(true)}
        >
          <Pencil size={16} strokeWidth={1.75} />
        </IconButton>
      )}
      {isOpen && (
        <NameDialog
          name={name}
          onClose={() => setIsOpen(false)}
          onLeftBehind={() => button.current?.focus()}
        />
      )}
    </>
  )
}
