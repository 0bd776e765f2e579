import type { BoardRecord, Json } from '@/lib/board/layout'
import { repairRecords } from '@/lib/board/repair/repair'

/** Units to lay over a record, or null for one that is not shown. */
export type DisplayRepair = readonly (readonly [unit: string, value: Json])[] | null

/**
 * What has to be different in the picture so that it can be drawn: the same rule as the server's, written nowhere.
 * Until the server's own repair arrives, the canvas must neither hang on a circle nor hide an orphan.
 */
export function repairForDisplay(
  records: ReadonlyMap<string, BoardRecord>,
  derived: ReadonlySet<string>,
): ReadonlyMap<string, DisplayRepair> {
  const repairs = new Map<string, DisplayRepair>()
  for (const repair of repairRecords({ records, derived, touched: records.keys() })) {
    if (repair.kind === 'delete') repairs.set(repair.id, null)
    else repairs.set(repair.id, [...(repairs.get(repair.id) ?? []), [repair.unit, repair.value]])
  }
  return repairs
}
