'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../board/board-context'
import { AddTemplateDialog } from './add-template-dialog'
import { RemoveTemplateDialog } from './remove-template-dialog'
import { RenameTemplateDialog } from './rename-template-dialog'

/** The one dialog about templates that is open, if any. It closes when its template goes, or the right to ask. */
export function TemplateDialogs() {
  const client = useBoardClient()
  const { templates, view } = client
  const asked = useValue(templates.asked)
  const mayEdit = useValue(templates.mayEdit)
  const instances = useValue(view.instances)
  if (!asked || !mayEdit) return null
  const onClose = () => templates.asked.set(null)
  if (asked.kind === 'add') return <AddTemplateDialog onClose={onClose} />
  const instance = instances.find(({ id }) => id === asked.instanceId)
  if (!instance) return null
  return asked.kind === 'rename' ? (
    <RenameTemplateDialog instance={instance} onClose={onClose} />
  ) : (
    <RemoveTemplateDialog instance={instance} onClose={onClose} />
  )
}
