'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect } from 'react'
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
  const instance = asked && 'instanceId' in asked && instances.find(({ id }) => id === asked.instanceId)
  const canBeShown = mayEdit && (asked?.kind === 'add' || Boolean(instance))
  useEffect(() => {
    // What cannot be asked any more is not asked again where the template, or the right, comes back.
    if (!canBeShown) templates.asked.set(null)
  }, [templates, canBeShown, asked])
  if (!asked || !canBeShown) return null
  const onClose = () => templates.asked.set(null)
  if (!instance) return <AddTemplateDialog onClose={onClose} />
  return asked.kind === 'rename' ? (
    <RenameTemplateDialog instance={instance} onClose={onClose} />
  ) : (
    <RemoveTemplateDialog instance={instance} onClose={onClose} />
  )
}
