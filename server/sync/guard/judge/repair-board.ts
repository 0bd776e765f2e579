import {
  cardShapeId,
  interactionShapeId,
  isRemoved,
  parsePlacementKey,
  teamShapeId,
  type BoardDocument,
} from '@/lib/board/layout'
import { listInstances } from '@/lib/board/read'
import { repairRecords } from '@/lib/board/repair/repair'
import type { InteractionId, TeamId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'
import type { RecordView } from '../record-view'
import { mapOf } from './cells'

/**
 * Makes the canvas whole again around what a tick touched: orphans and circles go to the page, equal indices are told
 * apart, bindings without an end go. Call it inside the tick's transaction.
 */
export function repairBoard(board: BoardDocument, records: RecordView, touched: ReadonlySet<string>): void {
  if (touched.size === 0) return
  const input = {
    records: records.all,
    derived: derivedShapes(board),
    touched,
    removed: (id: string) => records.departed(id),
  }
  for (const repair of repairRecords(input)) {
    if (repair.kind === 'delete') board.records.delete(repair.id)
    else mapOf(board, 'records', repair.id)?.set(repair.unit, repair.value)
    records.refresh(repair.id)
  }
}

/** What stands on the canvas without being a record. Cards of deleted initiatives count, they may come back. */
function derivedShapes(board: BoardDocument): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [key, placement] of board.placements.entries()) {
    const parsed = placement && !isRemoved(placement) ? parsePlacementKey(key) : null
    if (!parsed) continue
    ids.add(cardShapeId(parsed.initiativeId, parsed.instanceId))
    ids.add(teamShapeId(parsed.initiativeId as string as TeamId, parsed.instanceId))
  }
  for (const id of board.interactions.keys()) ids.add(interactionShapeId(id as InteractionId))
  for (const { id, templateId } of listInstances(board)) {
    ids.add(`shape:frame-${id}`)
    for (const { curveId } of findTemplate(templateId)?.plots ?? []) ids.add(`shape:plot-${id}-${curveId}`)
  }
  return ids
}
