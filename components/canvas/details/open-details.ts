import type { Editor } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { makeRoom } from './details-room'

/** The initiatives of the selected cards, each once; empty where anything else is selected too. */
export function selectedInitiatives(editor: Editor): readonly InitiativeId[] {
  const selected = editor.getSelectedShapes()
  if (!selected.every(isCard)) return []
  return [...new Set(selected.map(({ props }) => props.initiativeId as InitiativeId))]
}

/** Asks for the details of the selected cards beside the canvas, and keeps these in view while it gets narrower. */
export function openDetails(editor: Editor): void {
  const ids = selectedInitiatives(editor)
  if (ids.length === 0) return
  const { inspected } = clientOf(editor)
  const wereOpen = inspected.get() !== null
  inspected.set(ids)
  // Where they open, whoever watches them makes the room.
  if (wereOpen) makeRoom(editor)
}
