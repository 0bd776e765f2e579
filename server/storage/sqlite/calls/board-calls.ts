import type { BoardId } from '@/lib/ids'
import type { StorageCalls } from '../storage-calls'
import { createBoard, type BoardTools } from './create-board'
import { eraseDeletedBoard } from './erase-board'

const BOARD_COLUMNS = ['id', 'title', 'epoch', 'created_at as createdAt', 'deleted_at as deletedAt'] as const

type BoardCalls = Pick<
  StorageCalls,
  'createBoard' | 'findBoard' | 'renameBoard' | 'setBoardDeleted' | 'eraseDeletedBoard'
>

/** The calls about boards themselves. */
export function createBoardCalls(tools: Omit<BoardTools, 'underWay'>): BoardCalls {
  const { runner } = tools
  const { build } = runner
  const underWay = new Set<BoardId>()
  const change = (boardId: BoardId, set: { title?: string; deleted_at?: number | null }): void =>
    runner.run(build.updateTable('boards').set(set).where('id', '=', boardId))
  return {
    createBoard: (...given) => createBoard({ ...tools, underWay }, ...given),
    findBoard: (boardId) => {
      const row = runner.first(build.selectFrom('boards').select(BOARD_COLUMNS).where('id', '=', boardId))
      return row && toBoard(row)
    },
    renameBoard: (boardId, title) => change(boardId, { title }),
    setBoardDeleted: (boardId, deletedAt) => change(boardId, { deleted_at: deletedAt }),
    eraseDeletedBoard: (deletedUntil) => eraseDeletedBoard(runner, deletedUntil, underWay),
  }
}

/** A row as the board it stands for: what is not set is left out. */
export function toBoard<Row extends { readonly deletedAt: number | null }>({ deletedAt, ...board }: Row) {
  return deletedAt === null ? board : { ...board, deletedAt }
}
