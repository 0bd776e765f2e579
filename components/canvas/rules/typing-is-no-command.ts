import type { Editor, TLShapeId } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { dropLateTyping } from '../../board/text/late-typing'
import { isCard } from '../shapes/shape-types'
import { tell } from './tell'

/** Where a shape goes while somebody writes in it, they are told, and what they still write is no shortcut. */
export function keepTypingFromCommands(editor: Editor, client: BoardClient): () => void {
  let stopDropping = (): void => undefined
  // The editor ends the writing before a shape goes; whose doing that was is in the source.
  const stopHearing = editor.sideEffects.registerBeforeChangeHandler(
    'instance_page_state',
    (before, after, source) => {
      if (source === 'remote' && before.editingShapeId && !after.editingShapeId) {
        stopDropping()
        stopDropping = dropLateTyping()
        tell(client, sentenceFor(editor, before.editingShapeId))
      }
      return after
    },
  )
  return () => {
    stopHearing()
    stopDropping()
  }
}

function sentenceFor({ store }: Editor, id: TLShapeId): string {
  const shape = store.get(id)
  return shape && isCard(shape)
    ? 'This card was taken away while you were writing. Its title is kept as you wrote it.'
    : 'This was deleted while you were writing in it.'
}
