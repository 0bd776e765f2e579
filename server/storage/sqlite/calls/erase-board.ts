import type { BoardId } from '@/lib/ids'
import type { QueryRunner } from '../query-runner'
import type { Steps } from '../step-runner'
import { IMAGES_AT_ONCE } from './images-at-once'

/** What belongs to a board, in an order in which nothing is left pointing to what is gone. */
const TABLES_OF_BOARD = [
  'update_log',
  'snapshots',
  'client_ids',
  'changes',
  'assets',
  'links',
  'memberships',
] as const

/**
 * Erases the board that was deleted first, as the port says, but none that is being made: its images before all else, a
 * few in each step.
 */
export function* eraseDeletedBoard(
  runner: QueryRunner,
  deletedUntil: number,
  underWay: ReadonlySet<BoardId>,
): Steps<BoardId | null> {
  const boardId = findDeleted(runner, deletedUntil, underWay)
  if (boardId === null) return null
  const images = listImages(runner, boardId)
  while (images.length > 0) {
    eraseImages(runner, images.splice(0, IMAGES_AT_ONCE))
    yield
  }
  return runner.transaction(() => eraseBoard(runner, boardId))
}

/** Erases a board with everything that belongs to it; it knows nothing of transactions. */
export function eraseBoard({ build, run }: QueryRunner, boardId: BoardId): BoardId {
  for (const table of TABLES_OF_BOARD) run(build.deleteFrom(table).where('board_id', '=', boardId))
  run(build.deleteFrom('boards').where('id', '=', boardId))
  return boardId
}

function findDeleted(
  { build, first }: QueryRunner,
  deletedUntil: number,
  underWay: ReadonlySet<BoardId>,
): BoardId | null {
  const query = build.selectFrom('boards').select('id').where('deleted_at', '<=', deletedUntil)
  return first(query.where('id', 'not in', [...underWay]).orderBy('deleted_at'))?.id ?? null
}

function listImages({ build, all }: QueryRunner, boardId: BoardId): string[] {
  return all(build.selectFrom('assets').select('id').where('board_id', '=', boardId)).map(({ id }) => id)
}

function eraseImages({ build, run }: QueryRunner, ids: readonly string[]): void {
  run(build.deleteFrom('assets').where('id', 'in', ids))
}
