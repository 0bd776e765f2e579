'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { listGallery } from '@/lib/templates/gallery'
import type { BoardClient } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { TemplateGallery } from '../entry/home/template-gallery'
import { sayUndoable } from '../../board/undo/say-undoable'

const ENTRIES = listGallery()

/** Asks which template comes next on the board. */
export function AddTemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useBoardClient()
  const [chosen, setChosen] = useState(() => firstNotOn(client))
  const isEmpty = useValue('nothing on the board', () => client.canvas.get()?.isEmpty.get() === true, [
    client,
  ])

  const handleAdd = () => {
    onClose()
    const canvas = client.canvas.get()
    if (!canvas?.addTemplate(chosen)) return
    const name = ENTRIES.find(({ id }) => id === chosen)?.name ?? ''
    sayUndoable(client, `Added “${name}” to the board.`)
    canvas.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a template"
      {...(!isEmpty && { description: 'It is put to the right of everything that is on the board.' })}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={handleAdd}>
            Add it to the board
          </Button>
        </>
      }
    >
      <TemplateGallery legend="Templates" entries={ENTRIES} value={chosen} onChange={setChosen} />
    </Dialog>
  )
}

/** Most boards have each template once: what is not there yet is asked for most likely. */
function firstNotOn({ view }: BoardClient): string {
  const there = new Set(view.instances.get().map(({ templateId }) => templateId))
  return (ENTRIES.find(({ id }) => !there.has(id)) ?? ENTRIES[0])?.id ?? ''
}
