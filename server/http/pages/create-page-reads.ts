import { daysLeft } from '@/lib/access/restorable'
import { can } from '@/lib/access/roles'
import { AppError, type ErrorCode } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'
import { openLink } from '../../access/open-link'
import type { Config } from '../../config'
import type { BoardPage, MyBoards, PageReads } from '../../page-reads'
import type { JoinedBoard } from '../../storage/board-storage'
import type { ApiParts } from '../parts'

/** Makes what pages may read, from the same storage and the same rules as the API. */
export function createPageReads(parts: ApiParts, config: Config): PageReads {
  const { storage, visitors } = parts
  const findBoardPage: PageReads['findBoardPage'] = (cookie, boardId) =>
    refusable(async (): Promise<BoardPage> => {
      const { board, person, membership } = await visitors.require(toHeaders(cookie), boardId, 'read')
      const { role, colorSlot } = membership
      const { id: personId, name } = person
      return { boardId: board.id, title: board.title, epoch: board.epoch, role, personId, name, colorSlot }
    })
  return {
    hasProbe: config.hasProbe,
    canvasLicenseKey: config.canvasLicenseKey,
    findBoardPage,
    findJoinPage: (cookie, secret) =>
      refusable(async () => {
        const { link, board } = await openLink(storage, secret, parts.now())
        const own = await findBoardPage(cookie, board.id)
        return { boardTitle: board.title, role: link.role, ownRole: own.ok ? own.value.role : null }
      }),
    async openBoardPage(cookie, boardId) {
      const page = await findBoardPage(cookie, boardId)
      if (!page.ok) {
        const person = await visitors.find(toHeaders(cookie))
        return err({ code: page.error, personId: person?.id ?? null })
      }
      // A board can be read while nothing can be written; the order of a list is not worth a closed door.
      const noted = storage.noteOpened(page.value.boardId, page.value.personId, parts.now())
      await noted.catch((cause: unknown) => parts.log.warn('storage.failed', { cause }))
      return page
    },
    async listMyBoards(cookie) {
      const person = await visitors.find(toHeaders(cookie))
      return toMyBoards(person ? await storage.listBoardsOf(person.id) : [], parts.now())
    },
  }
}

function toMyBoards(joined: readonly JoinedBoard[], now: number): MyBoards {
  const boards = joined.filter(({ deletedAt }) => deletedAt === undefined)
  const deleted = joined.flatMap((board) => {
    const { id, title, role, openedAt, deletedAt } = board
    const mayRestore = deletedAt !== undefined && can(role, 'restore') && daysLeft(deletedAt, now) > 0
    return mayRestore ? [{ id, title, role, openedAt, deletedAt }] : []
  })
  return {
    boards: boards.map(({ id, title, role, openedAt }) => ({ id, title, role, openedAt })),
    deleted: deleted.sort((one, other) => other.deletedAt - one.deletedAt),
    now,
  }
}

function toHeaders(cookie: string | undefined): { cookie?: string } {
  return cookie === undefined ? {} : { cookie }
}

async function refusable<Value>(read: () => Promise<Value>): Promise<Result<Value, ErrorCode>> {
  try {
    return ok(await read())
  } catch (thrown) {
    if (thrown instanceof AppError) return err(thrown.code)
    throw thrown
  }
}
