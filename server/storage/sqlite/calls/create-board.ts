import type { StoredBoard } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { Steps } from '../step-runner'
import type { StorageArguments } from '../storage-calls'
import { copyNextImages } from './copy-images'
import { eraseBoard } from './erase-board'
import { insertLink } from './link-calls'
import { addMember } from './member-calls'
import type { UpdateLog } from './update-log'

interface Tools {
  readonly runner: QueryRunner
  readonly log: UpdateLog
}

/**
 * Creates a board as the port says. One with images begins as a deleted board that nobody has a link to, gets them a
 * few in each step, and stands with the last: what a crash leaves of it is erased like any deleted board.
 */
export function* createBoard(
  { runner, log }: Tools,
  ...[board, links, first, { founder, images } = {}]: StorageArguments<'createBoard'>
): Steps<void> {
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
  runner.transaction(() => begin(at))
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
    runner.transaction(() => eraseBoard(runner, boardId))
    throw error
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
