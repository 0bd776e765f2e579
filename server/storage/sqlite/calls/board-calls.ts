import { sql } from 'kysely'
import type { StoredBoard, StoredLink } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'
import type { UpdateLog } from './update-log'

const BOARD_COLUMNS = ['id', 'title', 'epoch', 'created_at as createdAt'] as const
const LINK_COLUMNS = [
  'secret_hash as secretHash',
  'board_id as boardId',
  'role',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const

type BoardCalls = Pick<StorageCalls, 'createBoard' | 'findBoard' | 'findLink' | 'listLinks'>

/** The calls about boards and their links. */
export function createBoardCalls(runner: QueryRunner, log: UpdateLog): BoardCalls {
  const { build } = runner
  return {
    createBoard: (board, links, first) => {
      runner.transaction(() => {
        runner.run(build.insertInto('boards').values(toBoardRow(board)))
        for (const link of links) runner.run(build.insertInto('links').values(toLinkRow(link)))
        log.append(first)
      })
    },
    findBoard: (boardId) =>
      runner.first(build.selectFrom('boards').select(BOARD_COLUMNS).where('id', '=', boardId)),
    findLink: (secretHash) => {
      const row = runner.first(
        build.selectFrom('links').select(LINK_COLUMNS).where('secret_hash', '=', secretHash),
      )
      return row && toLink(row)
    },
    listLinks: (boardId) =>
      runner
        .all(
          build
            .selectFrom('links')
            .select(LINK_COLUMNS)
            .where('board_id', '=', boardId)
            .orderBy('created_at')
            .orderBy(sql`rowid`),
        )
        .map(toLink),
  }
}

function toBoardRow(board: StoredBoard) {
  return { id: board.id, title: board.title, epoch: board.epoch, created_at: board.createdAt }
}

function toLinkRow(link: StoredLink) {
  return {
    secret_hash: link.secretHash,
    board_id: link.boardId,
    role: link.role,
    created_at: link.createdAt,
    expires_at: link.expiresAt ?? null,
  }
}

type LinkRow = Omit<StoredLink, 'expiresAt'> & { readonly expiresAt: number | null }

function toLink({ expiresAt, ...link }: LinkRow): StoredLink {
  return expiresAt === null ? link : { ...link, expiresAt }
}
