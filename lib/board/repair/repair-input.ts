import type { BoardRecord } from '../layout'

/** What there is to repair. Nothing in it is changed. */
export interface RepairInput {
  readonly records: ReadonlyMap<string, BoardRecord>
  /** Shapes that are on the canvas without being records: frames, plots and cards. */
  readonly derived: Pick<ReadonlySet<string>, 'has'>
  /** Ids that were created, changed or removed, derived ones too; pass all ids to repair everything. */
  readonly touched: Iterable<string>
  /** A record as it was before it was removed; with it, orphans keep their place on the page. */
  readonly removed?: (id: string) => BoardRecord | null
}
