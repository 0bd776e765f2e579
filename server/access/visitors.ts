import type { IncomingHttpHeaders } from 'node:http'
import { can, type BoardAction } from '@/lib/access/roles'
import { AppError, type ErrorCode } from '@/lib/errors'
import { boardIdSchema, type BoardId, type PersonId } from '@/lib/ids'
import type {
  BoardStorage,
  Departure,
  StoredBoard,
  StoredMembership,
  StoredPerson,
  Visit,
} from '../storage/board-storage'
import { readPersonCookie } from './cookies'
import type { ServerKey } from './server-key'

/** A person who is on a board, with all that is known of both. */
export interface Visitor {
  readonly board: StoredBoard
  readonly person: StoredPerson
  readonly membership: StoredMembership
}

/** Says who asks. The same answers serve HTTP, sockets and pages. */
export interface Visitors {
  /** The person of the cookie, if there is one and they are known. */
  find(headers: Pick<IncomingHttpHeaders, 'cookie'>): Promise<StoredPerson | null>
  /**
   * The person on this board, allowed to do this; refuses with `no-such-board`, `not-signed-in`, `removed`, `left-board`,
   * `board-deleted` or `not-allowed`.
   */
  require(
    headers: Pick<IncomingHttpHeaders, 'cookie'>,
    boardId: string,
    action: BoardAction,
  ): Promise<Visitor>
  /** The same for a person known by other means, such as a ticket. */
  requirePerson(personId: PersonId | null, boardId: string, action: BoardAction): Promise<Visitor>
}

/** What somebody is told who was on a board. */
export const DEPARTED = { left: 'left-board', removed: 'removed' } as const satisfies Record<
  Departure,
  ErrorCode
>

/** Makes the one place that joins cookies, people and memberships. */
export function createVisitors(storage: BoardStorage, key: ServerKey): Visitors {
  const requirePerson: Visitors['requirePerson'] = async (personId, rawBoardId, action) => {
    const boardId = toBoardId(rawBoardId)
    const visit = personId ? await storage.findVisit(boardId, personId) : null
    const board = visit ? visit.board : await storage.findBoard(boardId)
    if (!board) throw unknownBoard()
    const { person, membership } = visit ?? {}
    if (!person || !membership) throw whyNoMember(visit)
    if (board.deletedAt !== undefined && action !== 'restore')
      throw new AppError('board-deleted', 'the board is deleted')
    if (!can(membership.role, action))
      throw new AppError('not-allowed', `${membership.role} may not ${action}`)
    return { board, person, membership }
  }
  return {
    async find({ cookie }) {
      const personId = readPersonCookie(key, cookie)
      return personId ? await storage.findPerson(personId) : null
    },
    require: ({ cookie }, boardId, action) => requirePerson(readPersonCookie(key, cookie), boardId, action),
    requirePerson,
  }
}

/** Who once was on the board hears what happened: their open page holds work that it will not take. */
function whyNoMember(visit: Visit | null): AppError {
  return visit?.departure
    ? new AppError(DEPARTED[visit.departure], 'no member of this board any more')
    : new AppError('not-signed-in', 'no membership of this board')
}

function toBoardId(rawBoardId: string): BoardId {
  const boardId = boardIdSchema.safeParse(rawBoardId)
  if (!boardId.success) throw unknownBoard()
  return boardId.data
}

function unknownBoard(): AppError {
  return new AppError('no-such-board', 'unknown board id')
}
