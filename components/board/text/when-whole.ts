import { react } from '@tldraw/state'
import type { BoardClient } from '../board-client'

/**
 * Calls `act` each time that what waited has come to stand in the document and its person may edit. Not at once: what is
 * brought along comes into the fields first. Answers with the undo.
 */
export function whenWhole(
  { offline, canEdit }: Pick<BoardClient, 'offline' | 'canEdit'>,
  act: () => void,
): () => void {
  let isOver = false
  const actNow = (): void => {
    if (!isOver && canEdit.get()) act()
  }
  const stop = react('when whole', () => {
    if (offline.isWhole.get() && canEdit.get()) queueMicrotask(actNow)
  })
  return () => {
    isOver = true
    stop()
  }
}
