'use client'

import { useRef, type FormEvent } from 'react'
import type { Instance } from '@/lib/board/layout'
import { nameOf } from '@/lib/board/place-words'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/text-field'
import { Dialog } from '../../ui/overlays/dialog'
import styles from './template-dialogs.module.css'

/** As many letters as the server takes; far fewer fit on the paper. */
const NAME_CHARACTERS = 120

interface RenameTemplateDialogProps {
  readonly instance: Instance
  readonly onClose: () => void
}

/** Asks what a template is called on this board. */
export function RenameTemplateDialog({ instance, onClose }: RenameTemplateDialogProps) {
  const client = useBoardClient()
  const field = useRef<HTMLInputElement>(null)
  const kind = nameOf({ templateId: instance.templateId })

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const typed = (field.current?.value ?? '').trim()
    client.templates.rename(instance.id, typed === kind ? '' : typed)
    onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Rename the template">
      <form onSubmit={handleSubmit} noValidate className={styles.form}>
        <TextField
          ref={field}
          label="Name on this board"
          name="name"
          hint={`Leave it empty to call it “${kind}”.`}
          defaultValue={nameOf(instance)}
          maxLength={NAME_CHARACTERS}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
