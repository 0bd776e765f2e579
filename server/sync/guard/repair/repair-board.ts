import type { BoardDocument } from '@/lib/board/layout'
import { repairRecords } from '@/lib/board/repair/repair'
import type { RecordView } from '../record-view'
import { mapOf } from '../judge/cells'
import { DerivedShapes } from './derived-shapes'

/**
 * Makes the canvas whole again around what a tick touched: orphans and circles go to the page, equal indices are told
 * apart, bindings without an end go. Call it inside the tick's transaction.
 */
export function repairBoard(board: BoardDocument, records: RecordView, touched: ReadonlySet<string>): void {
  if (touched.size === 0) return
  const input = {
    records: records.all,
    derived: new DerivedShapes(board),
    touched,
    removed: (id: string) => records.departed(id),
  }
  for (const repair of repairRecords(input)) {
    if (repair.kind === 'delete') board.records.delete(repair.id)
    else mapOf(board, 'records', repair.id)?.set(repair.unit, repair.value)
    records.refresh(repair.id)
  }
}
