import type { BoardId } from '@/lib/ids'
import type { StoredBoard } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { Steps } from '../step-runner'
import type { StorageArguments } from '../storage-calls'
import { bytesOfImages } from './asset-calls'
import { copyNextImages } from './copy-images'
import { eraseBoard } from './erase-board'
import { insertLink } from './link-calls'
import { addMember } from './member-calls'
import type { UpdateLog } from './update-log'

/** When a board counts as deleted that has not all its images yet: long ago, so that it is erased before others. */
const HALF_MADE_AT = 1

export interface BoardTools {
  readonly runner: QueryRunner
  readonly log: UpdateLog
  /** Boards that are being made at this moment: they are not erased. */
  readonly underWay: Set<BoardId>
  /** Throws where the disk has no room for so many bytes. */
  requireRoom(bytes: number): void
}

/**
 * Creates a board as the port says. One with images begins as a deleted board that nobody has a link to, gets them a
 * few in each step, and stands with the last: what a crash leaves of it is erased when boards are erased next.
 */
export function* createBoard(
  tools: BoardTools,
  ...[board, links, first, { founder, images } = {}]: StorageArguments<'createBoard'>
): Steps<void> {
  const { runner, log, underWay } = tools
  const { id: boardId, createdAt: at } = board
  const copies = [...(images?.copies ?? [])]
  const begin = (deletedAt: number | undefined): void => {
    insertBoard(runner, board, deletedAt)
    log.append(first)
  }
  const openUp = (): void => {
    for (const link of links) insertLink(runner, link)
    if (founder !== undefined)
      addMember(runner, { boardId, personId: founder, role: 'facilitator', joinedAt: at })
  }
  if (!images || copies.length === 0) {
    return runner.transaction(() => {
      begin(board.deletedAt)
      openUp()
    })
  }
  tools.requireRoom(bytesOfImages(runner, images.from))
  runner.transaction(() => begin(HALF_MADE_AT))
  underWay.add(boardId)
  try {
    while (copies.length > 0) {
      yield
      runner.transaction(() => copyNextImages(runner, { boardId, at }, { from: images.from, copies }))
    }
    runner.transaction(() => {
      openUp()
      setDeleted(runner, board)
    })
  } catch (error) {
    giveUp(runner, boardId)
    throw error
  } finally {
    underWay.delete(boardId)
  }
}

/** On a full disk there may be no room even to erase: what is left then is erased with the next deleted boards. */
function giveUp(runner: QueryRunner, boardId: BoardId): void {
  try {
    runner.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
    runner.transaction(() => eraseBoard(runner, boardId))
  } catch {
    return
  }
}

function insertBoard({ build, run }: QueryRunner, board: StoredBoard, deletedAt: number | undefined): void {
  const { id, title, epoch, createdAt } = board
  const row = { id, title, epoch, created_at: createdAt, deleted_at: deletedAt ?? null }
  run(build.insertInto('boards').values(row))
}

function setDeleted({ build, run }: QueryRunner, { id, deletedAt }: StoredBoard): void {
  const set = { deleted_at: deletedAt ?? null }
  run(build.updateTable('boards').set(set).where('id', '=', id))
}
