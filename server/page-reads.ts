import type { Role } from '@/lib/access/roles'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'
import type { Result } from '@/lib/result'

/** What the join page shows before anybody has said their name. */
export interface JoinPage {
  readonly boardTitle: string
  readonly role: Role
  /** What whoever opens the link may do on the board already; null for whoever is not on it. */
  readonly ownRole: Role | null
}

/** What the board page needs to open a board. */
export interface BoardPage {
  readonly boardId: BoardId
  readonly title: string
  readonly epoch: number
  readonly role: Role
  readonly personId: PersonId
  readonly name: string
  readonly colorSlot: number
}

/** Why somebody may not open a board, and who it is; null where the cookie is nobody's. */
export interface BoardRefusal {
  readonly code: ErrorCode
  readonly personId: PersonId | null
}

/** One board in the list on the home page. Times are Unix milliseconds. */
export interface BoardEntry {
  readonly id: BoardId
  readonly title: string
  readonly role: Role
  readonly openedAt: number
}

/** A board this person may bring back. */
export interface DeletedBoardEntry extends BoardEntry {
  readonly deletedAt: number
}

/** What the home page shows of a person's boards, latest opened and latest deleted first. */
export interface MyBoards {
  readonly boards: readonly BoardEntry[]
  readonly deleted: readonly DeletedBoardEntry[]
  /** When the server answered, Unix milliseconds. */
  readonly now: number
}

/** How pages read. `cookie` is the Cookie header of the page's request. */
export interface PageReads {
  /** What a link opens, or why it opens nothing. */
  findJoinPage(cookie: string | undefined, secret: string): Promise<Result<JoinPage, ErrorCode>>
  findBoardPage(cookie: string | undefined, boardId: string): Promise<Result<BoardPage, ErrorCode>>
  /** The same, and remembers that this person opens the board now. */
  openBoardPage(cookie: string | undefined, boardId: string): Promise<Result<BoardPage, BoardRefusal>>
  listMyBoards(cookie: string | undefined): Promise<MyBoards>
  readonly hasProbe: boolean
  readonly canvasLicenseKey: string | undefined
}

/**
 * The key on `globalThis` under which `main.ts` leaves the reads for `web.ts`. Next loads its own copy of every
 * module, so a module variable set by one is not seen by the other; only the process-wide symbol registry is shared.
 */
export const PAGE_READS = Symbol.for('contour.page-reads')
