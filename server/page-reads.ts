import type { Role } from '@/lib/access/roles'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'
import type { Result } from '@/lib/result'

/** What the join page shows before anybody has said their name. */
export interface JoinPage {
  readonly boardTitle: string
  readonly role: Role
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

/** One board in the list on the home page. */
export interface BoardEntry {
  readonly id: BoardId
  readonly title: string
  readonly role: Role
  readonly createdAt: number
}

/** How pages read. `cookie` is the Cookie header of the page's request. */
export interface PageReads {
  findJoinPage(secret: string): Promise<JoinPage | null>
  findBoardPage(cookie: string | undefined, boardId: string): Promise<Result<BoardPage, ErrorCode>>
  listMyBoards(cookie: string | undefined): Promise<readonly BoardEntry[]>
  readonly hasProbe: boolean
  readonly canvasLicenseKey: string | undefined
}

/**
 * The key on `globalThis` under which `main.ts` leaves the reads for `web.ts`. Next loads its own copy of every
 * module, so a module variable set by one is not seen by the other; only the process-wide symbol registry is shared.
 */
export const PAGE_READS = Symbol.for('contour.page-reads')
