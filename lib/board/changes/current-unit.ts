import * as Y from 'yjs'
import { REMOVED, type BoardDocument, type EntityRoot, type Json } from '../layout'
import { readRecord } from '../read'
import { toUnits } from '../units'

/** Where a unit lies. */
export interface UnitAddress {
  readonly root: 'records' | EntityRoot
  readonly id: string
  readonly unit: string
}

/** The value a unit has now, REMOVED where it has none; null where there is no such record or entity. */
export function currentUnit(board: BoardDocument, { root, id, unit }: UnitAddress): { value: Json } | null {
  const map = board[root].get(id)
  if (!(map instanceof Y.Map)) return null
  if (root !== 'records') return { value: orRemoved(map.get(unit) as Json | undefined) }
  const record = readRecord(map)
  return record ? { value: orRemoved(toUnits(record).get(unit)) } : null
}

/** A unit's value, REMOVED where it has none. Null is a value: what was restored or is not cropped has it. */
export function orRemoved(value: Json | undefined): Json {
  return value === undefined ? REMOVED : value
}
