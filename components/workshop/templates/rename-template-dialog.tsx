'use client'

import type { Instance } from '@/lib/board/layout'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { nameInstance } from '@/lib/board/places/instance-names'
import { useBoardClient } from '../../board/board-context'
import { OneFieldDialog } from '../../ui/overlays/dialogs/one-field-dialog'

interface RenameTemplateDialogProps {
  readonly instance: Instance
  readonly onClose: () => void
}

/** Asks what a template is called on this board. */
export function RenameTemplateDialog({ instance, onClose }: RenameTemplateDialogProps) {
  const client = useBoardClient()
  const kind = nameInstance({ templateId: instance.templateId })
  return (
    <OneFieldDialog
      title="Rename the template"
      label="Name on this board"
      hint={`Leave it empty to call it “${kind}”.`}
      value={nameInstance(instance)}
      maxLength={INITIATIVE_LIMITS.NAME_CHARACTERS}
      submit="Rename"
      onSubmit={(typed) => {
        client.templates.rename(instance.id, typed === kind ? '' : typed)
        return null
      }}
      onClose={onClose}
      onLeftBehind={() => client.canvas.get()?.focus()}
    />
  )
}
