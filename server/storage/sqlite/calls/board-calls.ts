import type { BoardId } from '@/lib/ids'
import type { StoredBoard } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'
import { copyImages } from './asset-calls'
import { insertLink } from './link-calls'
import { addMember } from './member-calls'
import type { UpdateLog } from './update-log'

const BOARD_COLUMNS = ['id', 'title', 'epoch', 'created_at as createdAt', 'deleted_at as deletedAt'] as const

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

type BoardCalls = Pick<
  StorageCalls,
  'createBoard' | 'findBoard' | 'renameBoard' | 'setBoardDeleted' | 'eraseDeletedBoard'
>

/** The calls about boards themselves. */
export function createBoardCalls(runner: QueryRunner, log: UpdateLog): BoardCalls {
  const { build } = runner
  const change = (boardId: BoardId, set: { title?: string; deleted_at?: number | null }): void =>
    runner.run(build.updateTable('boards').set(set).where('id', '=', boardId))
  return {
    createBoard: (...[board, links, first, { founder, images } = {}]) => {
      runner.transaction(() => {
        runner.run(build.insertInto('boards').values(toRow(board)))
        for (const link of links) insertLink(runner, link)
        log.append(first)
        const { id: boardId, createdAt } = board
        if (founder !== undefined)
          addMember(runner, { boardId, personId: founder, role: 'facilitator', joinedAt: createdAt })
        if (images) copyImages(runner, board, images)
      })
    },
    findBoard: (boardId) => {
      const row = runner.first(build.selectFrom('boards').select(BOARD_COLUMNS).where('id', '=', boardId))
      return row && toBoard(row)
    },
    renameBoard: (boardId, title) => change(boardId, { title }),
    setBoardDeleted: (boardId, deletedAt) => change(boardId, { deleted_at: deletedAt }),
    eraseDeletedBoard: (deletedUntil) =>
      runner.transaction(() => {
        const board = runner.first(
          build
            .selectFrom('boards')
            .select('id')
            .where('deleted_at', '<=', deletedUntil)
            .orderBy('deleted_at'),
        )
        if (!board) return null
        for (const table of TABLES_OF_BOARD)
          runner.run(build.deleteFrom(table).where('board_id', '=', board.id))
        runner.run(build.deleteFrom('boards').where('id', '=', board.id))
        return board.id
      }),
  }
}

/** A row as the board it stands for: what is not set is left out. */
export function toBoard<Row extends { readonly deletedAt: number | null }>({ deletedAt, ...board }: Row) {
  return deletedAt === null ? board : { ...board, deletedAt }
}

function toRow(board: StoredBoard) {
  const { id, title, epoch, createdAt } = board
  return { id, title, epoch, created_at: createdAt, deleted_at: board.deletedAt ?? null }
}
