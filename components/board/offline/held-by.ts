import * as Y from 'yjs'
import { readPreviousEpoch, type BoardDocument } from '@/lib/board/layout'
import type { KeptChange } from './offline-storage'

/** Says whether a document holds a change: it was made on it and counted, or was in what this one was made from. */
export function isHeldBy(board: BoardDocument, epoch: number, change: KeptChange): boolean {
  const { clientId, clock } = change
  if (clock === null) return false
  if (change.epoch === epoch) return Y.getState(board.doc.store, clientId) >= clock
  const previous = readPreviousEpoch(board, change.epoch)
  if (!previous) return false
  return (Y.decodeStateVector(previous.vector).get(clientId) ?? 0) >= clock
}
