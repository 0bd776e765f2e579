import type { BoardStorage, StoredBoard, StoredLink, UpdateBatch } from '@/server/storage/board-storage'
import type { BoardId, PersonId } from '@/lib/ids'

export const BOARD = 'board-1' as BoardId
export const OTHER_BOARD = 'board-2' as BoardId
export const THIRD_BOARD = 'board-3' as BoardId
export const ADA = 'ada' as PersonId
export const BEN = 'ben' as PersonId
export const CLEO = 'cleo' as PersonId
export const MISSING = 'missing' as BoardId
export const SEED = Uint8Array.of(0, 0)

/** Room for every image of a test. */
export const AMPLE = { count: 100, bytes: 1_000_000, pixels: 1_000_000 }
/** How a refused call rejects. */
export const REFUSED = { name: 'AppError', code: 'storage-failed' }

/** A board with the id and, where given, other fields. */
export function boardOf(id: BoardId, rest: Partial<StoredBoard> = {}): StoredBoard {
  return { id, title: `Title of ${id}`, epoch: 1, createdAt: 1_760_000_000_000, ...rest }
}

/** A participant's link to a board. */
export function linkOf(boardId: BoardId, secretHash: string, rest: Partial<StoredLink> = {}): StoredLink {
  return { boardId, role: 'participant', secretHash, createdAt: 1_760_000_000_000, ...rest }
}

/** One batch for a board. */
export function batchOf(boardId: BoardId, update: Uint8Array, rest: Partial<UpdateBatch> = {}): UpdateBatch {
  return { boardId, epoch: 1, at: 1_760_000_000_001, update, changes: [], clientIds: [], ...rest }
}

/** Creates a board without links whose first update is `SEED`. */
export async function createSampleBoard(storage: BoardStorage, id: BoardId = BOARD): Promise<void> {
  await storage.createBoard(boardOf(id), [], batchOf(id, SEED))
}

/** Appends one update of one byte each for the numbers from the first to the last. */
export async function appendNumbers(storage: BoardStorage, first: number, last: number): Promise<void> {
  for (let number = first; number <= last; number++) {
    await storage.append([batchOf(BOARD, Uint8Array.of(number))])
  }
}

/** An update of one byte for each of these numbers. */
export function numbered(...numbers: number[]): Uint8Array[] {
  return numbers.map((number) => Uint8Array.of(number))
}
