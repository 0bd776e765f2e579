import { sql } from 'kysely'
import type { StoredLink } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

const LINK_COLUMNS = [
  'secret_hash as secretHash',
  'board_id as boardId',
  'role',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const

type LinkCalls = Pick<StorageCalls, 'findLink' | 'listLinks' | 'replaceLink' | 'setLinkExpiry'>

/** Writes one link; it knows nothing of transactions. */
export function insertLink({ build, run }: QueryRunner, link: StoredLink): void {
  run(build.insertInto('links').values(toRow(link)))
}

/** The calls about the links of boards. */
export function createLinkCalls(runner: QueryRunner): LinkCalls {
  const { build } = runner
  return {
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
    replaceLink: (link) => {
      runner.transaction(() => {
        const { boardId, role } = link
        runner.run(build.deleteFrom('links').where('board_id', '=', boardId).where('role', '=', role))
        insertLink(runner, link)
      })
    },
    setLinkExpiry: (boardId, role, expiresAt) => {
      runner.run(
        build
          .updateTable('links')
          .set({ expires_at: expiresAt })
          .where('board_id', '=', boardId)
          .where('role', '=', role),
      )
    },
  }
}

function toRow(link: StoredLink) {
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
