'use client'

import { useValue } from '@tldraw/state-react'
import { Redo2, Undo2 } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import { modifierKey } from '../../ui/modifier-key'
import { keyboardToCanvas } from '../keyboard-to-canvas'

/** Takes back and does again what I did, never what others did. */
export function UndoButtons() {
  const client = useBoardClient()
  const canUndo = useValue(client.undo.canUndo)
  const canRedo = useValue(client.undo.canRedo)
  const canEdit = useValue(client.canEdit)
  const moving = (move: () => void) => () => {
    keyboardToCanvas(client)
    move()
  }
  return (
    <div role="group" aria-label="Undo and redo" style={{ display: 'flex' }}>
      <IconButton
        label="Undo what you did"
        shortcut={`${modifierKey()}+Z`}
        disabled={!canUndo || !canEdit}
        onClick={moving(() => client.undo.undo())}
      >
        <Undo2 size={20} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label="Redo"
        shortcut={`${modifierKey()}+Shift+Z`}
        disabled={!canRedo || !canEdit}
        onClick={moving(() => client.undo.redo())}
      >
        <Redo2 size={20} strokeWidth={1.75} />
      </IconButton>
    </div>
  )
}
