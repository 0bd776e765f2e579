import type { KeptChange, Owner } from '@/components/board/offline/storage/offline-storage'
import type { BoardId, PersonId } from '@/lib/ids'

export const ADA: Owner = { personId: 'ada' as PersonId, boardId: 'board-1' as BoardId }
export const BO: Owner = { personId: 'bo' as PersonId, boardId: 'board-1' as BoardId }

/** A change as a page keeps it. */
export function keptChange(id: string, changes: Partial<KeptChange> = {}): KeptChange {
  return {
    id,
    epoch: 1,
    at: 1,
    clientId: 7,
    clock: 1,
    deleted: [],
    touched: ['records/shape:a'],
    parts: [{ kind: 'record', id: 'shape:a', record: null }],
    words: [],
    ...changes,
  }
}
