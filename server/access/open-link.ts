import { AppError } from '@/lib/errors'
import type { BoardStorage, StoredBoard, StoredLink } from '../storage/board-storage'
import { hashSecret } from './links'

/** Finds what a secret opens at this time. Refuses with `link-unknown`, `link-expired` or `board-deleted`. */
export async function openLink(
  storage: BoardStorage,
  secret: string,
  now: number,
): Promise<{ link: StoredLink; board: StoredBoard }> {
  const link = await storage.findLink(hashSecret(secret))
  const board = link && (await storage.findBoard(link.boardId))
  if (!link || !board) throw new AppError('link-unknown', 'no link has this secret')
  if (board.deletedAt !== undefined) throw new AppError('board-deleted', 'the board of this link is deleted')
  if (link.expiresAt !== undefined && link.expiresAt <= now)
    throw new AppError('link-expired', 'the time of this link is over')
  return { link, board }
}
