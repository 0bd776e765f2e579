'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/controls/icon-button'
import styles from '../people-list.module.css'
import { NameDialog } from './name-dialog'

/** Where somebody changes what the others call them. */
export function ChangeName({ name }: { readonly name: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <IconButton label="Change your name" className={styles.more ?? ''} onClick={() => setIsOpen(true)}>
        <Pencil size={16} strokeWidth={1.75} />
      </IconButton>
      {isOpen && <NameDialog name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}
