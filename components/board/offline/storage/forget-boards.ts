import type { BoardId, PersonId } from '@/lib/ids'
import { browserOfflineStorage } from './browser-offline-storage'
import type { OfflineStorage } from './offline-storage'

/**
 * Deletes all that this browser keeps of a board it may not open any more. Answers with what this person did on it that
 * was never saved, in words; what others left is shown to nobody. Where nobody knows who is here, the copies go, and
 * what was never saved waits for its author.
 */
export async function forgetBoard(
  boardId: BoardId,
  person: PersonId | null,
  opening: Promise<OfflineStorage> = browserOfflineStorage(),
): Promise<readonly string[]> {
  const storage = await opening
  if (person === null) {
    await storage.dropDocuments((document) => document.boardId === boardId)
    return []
  }
  const gone = await storage.forgetBoard(boardId)
  const own = gone.filter(({ personId }) => personId === person)
  const words = own.flatMap(({ changes, refused }) => [...refused, ...changes].flatMap((one) => one.words))
  return [...new Set(words)]
}

/**
 * Deletes the copies of boards that are not among these: somebody was taken off them, or they were deleted. What was
 * never saved stays until its author comes to the board again.
 */
export async function forgetOtherBoards(
  boardIds: readonly BoardId[],
  opening: Promise<OfflineStorage> = browserOfflineStorage(),
): Promise<void> {
  const storage = await opening
  await storage.dropDocuments(({ boardId }) => !boardIds.includes(boardId))
}
