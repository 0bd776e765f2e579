import { isFields } from '@/lib/board/is-fields'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { sameJson } from '@/lib/board/units'

type Fields = Readonly<Record<string, Json | undefined>>

/**
 * The later state of a record, in which every part that says the same as before is the very same object. Whoever draws
 * a part looks at that alone: a text is laid out again, and its caret lost, wherever its object is another.
 */
export function keepSameParts(before: BoardRecord, after: BoardRecord): BoardRecord {
  const kept = keepFields(before, after)
  for (const field of ['props', 'meta']) {
    const [old, fresh] = [before[field], kept[field]]
    if (old !== fresh && isFields(old) && isFields(fresh)) kept[field] = keepFields(old, fresh) as Json
  }
  return kept as BoardRecord
}

function keepFields(before: Fields, after: Fields): Record<string, Json | undefined> {
  const kept: Record<string, Json | undefined> = { ...after }
  for (const [name, value] of Object.entries(after)) {
    if (sameJson(before[name], value)) kept[name] = before[name]
  }
  return kept
}
