import type { BoardDocument } from '@/lib/board/layout'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import type { ClientIds } from '../client-ids'
import type { GuardSender } from '../guard'
import type { RecordView } from '../record-view'
import type { Touched } from '../touched'
import type { Before } from './cells'
import type { EntityCounts } from '../limits/entity-counts'
import type { Findings } from './findings'
import type { SizesBefore } from '../limits/sizes'

/** What a board over its limit still takes. */
export interface FullBoardTakes {
  /** Says whether what an applied update did to one record, entity or placement is more than that. */
  isTooMuch(one: Case, entry: Touched): boolean
  /** Counts what stays of an update, once it was judged. */
  settle(one: Case, entry: Touched): void
}

/** What the judges of one tick share. */
export interface TickContext {
  readonly boardId: BoardId
  readonly board: BoardDocument
  readonly records: RecordView
  readonly clientIds: ClientIds
  readonly counts: EntityCounts
  /** The document is over its limit: what makes it grow is put back. Null where it is not. */
  readonly full: FullBoardTakes | null
  /** Unix milliseconds. */
  readonly now: number
  /** Records whose change can leave orphans, circles, equal indices or dangling bindings. */
  readonly repair: Set<string>
}

/** One update being judged: what it did is in the document already, `before` is what stood there. */
export interface Case {
  readonly tick: TickContext
  readonly sender: GuardSender
  readonly before: Before
  /** How large that was; null where the board is not full. */
  readonly sizes: SizesBefore | null
  readonly findings: Findings
}

/** Refuses a write no honest client of this role makes. */
export function refuse(one: Case, entry: Touched, code: ErrorCode): void {
  one.findings.refuse(entry.key, code)
  one.findings.addViolation()
}
