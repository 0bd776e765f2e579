import type { Editor, TLShape } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { holderOf } from './holder-of'
import { tell } from './tell'

/** What somebody else's hand is on stays where it is: my move of it is refused with that person's name. */
export function keepHeldRecords(editor: Editor, client: BoardClient): () => void {
  let toldInGesture = false
  const undos = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || !isMoved(before, after)) return after
      const name = holderOf(client, before)
      if (name === null) return after
      if (!toldInGesture) tell(client, `${name} is moving this. It is yours again as soon as they let go.`)
      toldInGesture = true
      const { x, y, rotation, parentId } = before
      // Whoever is put into another thing is given an index there: the engine puts an arrow there again after each one.
      const index = after.parentId === parentId ? after.index : before.index
      return { ...after, x, y, rotation, parentId, index }
    }),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      const name = source === 'user' ? holderOf(client, shape) : null
      if (name === null) return undefined
      tell(client, `${name} is moving this, so it was not deleted.`)
      return false
    }),
  ]
  const onEvent = (event: { name: string }): void => {
    if (event.name === 'pointer_down' || event.name === 'key_down') toldInGesture = false
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
    undos.forEach((undo) => undo())
  }
}

function isMoved(before: TLShape, after: TLShape): boolean {
  return (
    before.x !== after.x ||
    before.y !== after.y ||
    before.rotation !== after.rotation ||
    before.parentId !== after.parentId
  )
}
