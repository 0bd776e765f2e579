import { isFields } from '@/lib/board/is-fields'
import { BASE_UNIT, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { cellOf, valueOf } from '../judge/cells'
import { isTextField } from '../screen/content-rules'
import type { Touched, TouchedSet } from '../touched'
import { bytesOf } from './sizes'

interface Standing {
  readonly board: BoardDocument
  readonly records: ReadonlyMap<string, BoardRecord>
}

/**
 * How many bytes would have to be put back if nothing of a screened update were taken, beyond so many times its own; to
 * be asked before it is applied.
 */
export function overwrittenBeyond(standing: Standing, touched: TouchedSet, bytes: number): number {
  let overwritten = 0
  for (const entry of touched.values()) overwritten += overwrittenIn(standing, entry)
  return Math.max(0, overwritten - bytes * LIMITS.OVERWRITTEN_TIMES)
}

function overwrittenIn({ board, records }: Standing, entry: Touched): number {
  const record = entry.root === 'records' ? records.get(entry.id) : undefined
  if (entry.created) return record ? bytesOf(record) : 0
  // Deletions are taken.
  if (entry.removed) return 0
  let bytes = 0
  for (const unit of entry.units.keys()) {
    if (unit === BASE_UNIT || isTextField(entry.root, unit)) continue
    bytes += longBytesOf(valueOf(cellOf(board, entry, unit)) ?? (record && baseOf(record, unit)))
  }
  return bytes
}

/** Numbers and the like take as much as what overwrites them. */
function longBytesOf(value: unknown): number {
  return typeof value === 'string' || typeof value === 'object' ? bytesOf(value) : 0
}

/** What a record was made with, where a unit of it was not written since. */
function baseOf(record: BoardRecord, unit: string): unknown {
  const [field = '', name] = unit.split('.')
  const value = record[field]
  return name === undefined ? value : isFields(value) ? value[name] : undefined
}
