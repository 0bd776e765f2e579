import * as Y from 'yjs'
import { listPreviousEpochs, readPreviousEpoch, type BoardDocument } from '@/lib/board/layout'
import type { DeletedRange, KeptChange } from '../storage/offline-storage'

/**
 * Says whether a document holds a change: it was made on it and counted, or was in what this one was made from, or was
 * carried over to either.
 */
export function isHeldBy(board: BoardDocument, epoch: number, change: KeptChange): boolean {
  if (isCarriedTo(board, epoch, change)) return true
  const { clientId, clock, deleted } = change
  const isDeletion = deleted.length > 0
  if (change.epoch === epoch) {
    if (isDeletion) return deleted.every((range) => isDeletedIn(board.doc.store, range))
    return Y.getState(board.doc.store, clientId) >= clock
  }
  const previous = readPreviousEpoch(board, change.epoch)
  if (!previous) return false
  const counted = Y.decodeStateVector(previous.vector).get(clientId) ?? 0
  // Frames travel in order: where something later of this client came, the deletion came before it.
  return isDeletion ? counted > clock : counted >= clock
}

/** On documents of its own epoch nothing is carried over: later ids there are of others, done without this one. */
function isCarriedTo(board: BoardDocument, current: number, { epoch, heirs = [] }: KeptChange): boolean {
  if (heirs.length === 0) return false
  const isLater = current !== epoch
  if (isLater && heirs.some((clientId) => Y.getState(board.doc.store, clientId) > 0)) return true
  const since = listPreviousEpochs(board).filter((one) => one.epoch > epoch)
  return since.some(({ vector }) => {
    const counted = Y.decodeStateVector(vector)
    return heirs.some((clientId) => counted.has(clientId))
  })
}

function isDeletedIn(store: Y.Doc['store'], [clientId, clock, length]: DeletedRange): boolean {
  const end = clock + length
  if (Y.getState(store, clientId) < end) return false
  for (let at = clock; at < end;) {
    const { id, length: found, deleted } = Y.getItem(store, Y.createID(clientId, at))
    if (!deleted) return false
    at = id.clock + found
  }
  return true
}

/** By what a document can be asked whether it holds what a transaction did: deletions alone move no count. */
export function markOf(
  transaction: Pick<Y.Transaction, 'doc' | 'beforeState' | 'deleteSet'>,
): Pick<KeptChange, 'clientId' | 'clock' | 'deleted'> {
  const { doc, beforeState, deleteSet } = transaction
  const clientId = doc.clientID
  const clock = Y.getState(doc.store, clientId)
  const hasGrown = clock > (beforeState.get(clientId) ?? 0)
  return { clientId, clock, deleted: hasGrown ? [] : deletedBy({ deleteSet }) }
}

function deletedBy({ deleteSet }: Pick<Y.Transaction, 'deleteSet'>): readonly DeletedRange[] {
  return [...deleteSet.clients].flatMap(([clientId, ranges]) =>
    ranges.map(({ clock, len }): DeletedRange => [clientId, clock, len]),
  )
}
