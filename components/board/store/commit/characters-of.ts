import type { TLStore } from '@tldraw/tlschema'
import { toUnits } from '@/lib/board/units'
import { toBoardRecord, type GestureChanges } from '../gesture/gesture-changes'

/** What is written where something is placed or deleted: keys, targets, ids. */
const CHARACTERS_OF_A_MARK = 300

/** About how many characters writing what the hand did to this record takes, as JSON. */
export function charactersOf(
  { store, changes }: { readonly store: TLStore; readonly changes: GestureChanges },
  id: string,
): number {
  const record = store.unsafeGetWithoutCapture(id as Parameters<TLStore['unsafeGetWithoutCapture']>[0])
  if (!record) return CHARACTERS_OF_A_MARK
  if (changes.created.has(id)) return CHARACTERS_OF_A_MARK + JSON.stringify(record).length
  const units = changes.touched.get(id) ?? new Set()
  const values = [...toUnits(toBoardRecord(record))].filter(([unit]) => units.has(unit))
  return CHARACTERS_OF_A_MARK + JSON.stringify(values).length
}
