import * as Y from 'yjs'
import { BASE_UNIT, isEntityRoot, REMOVED, type EntityRoot, type Json } from '@/lib/board/layout'
import { hasHome } from '@/lib/board/places/cards/has-home'
import { sameJson, toUnits } from '@/lib/board/units'
import { LIMITS } from '@/lib/sync/limits'
import { hasField } from './entity-fields'
import { bytesOf } from '../limits/sizes'
import { WHOLE, type Touched } from '../touched'
import { cellOf, mapOf, valueOf, type Cell } from './cells'
import type { Case } from './judge-context'

/**
 * Puts units of a record back to what they were before this update. A unit there was not is marked as removed, or
 * cleared where the record holds too many: marks would be as many. On a full board it is cleared too, also where it
 * would say again what the record was made with: what is put back must not be what makes the board grow.
 */
export function writeBackRecord(one: Case, entry: Touched, units: Iterable<string>): void {
  const old = one.tick.records.all.get(entry.id)
  const canonical = old ? toUnits(old) : new Map<string, Json>()
  const size = mapOf(one.tick.board, 'records', entry.id)?.size ?? 0
  const absent = size > LIMITS.RECORD_UNITS ? undefined : REMOVED
  for (const unit of units) {
    const missing = canonical.has(unit) ? canonical.get(unit) : absent
    restore(one, { entry, unit, missing: one.tick.full ? undefined : missing })
  }
}

/** Puts fields of an entity back. A field nobody has is cleared; `deleted` is read by being something at all. */
export function writeBackEntity(one: Case, entry: Touched, root: EntityRoot): void {
  for (const unit of one.before.get(entry.key)?.keys() ?? []) {
    restore(one, { entry, unit, missing: missingField(root, unit) })
  }
}

/**
 * Puts a placement back; where there was none, null keeps its key, so that a concurrent write can still win. A full board
 * keeps none.
 */
export function writeBackPlacement(one: Case, entry: Touched, hasHome: boolean): void {
  restore(one, { entry, unit: WHOLE, missing: hasHome && !one.tick.full ? null : undefined })
}

/** Takes out a record that an update made; what it put that in place of is nobody's loss, and stands again. */
export function unmakeRecord({ tick: { board, records }, findings }: Case, id: string): void {
  const replaced = records.all.get(id)
  if (!replaced) return board.records.delete(id)
  board.records.set(id, new Y.Map<unknown>([[BASE_UNIT, replaced]]))
  findings.notePutBack(bytesOf(replaced))
}

/** Puts back everything an update did to one record, entity or placement; what it created goes. */
export function writeBackAll(one: Case, entry: Touched): void {
  const { root, id, units } = entry
  const { board, records } = one.tick
  if (root === 'placements') writeBackPlacement(one, entry, hasHome(board, id))
  else if (entry.created && root === 'records') unmakeRecord(one, id)
  else if (entry.created && root !== 'meta') board[root].delete(id)
  else if (isEntityRoot(root)) writeBackEntity(one, entry, root)
  else writeBackRecord(one, entry, units.keys())
  if (root === 'records') records.refresh(id)
}

/** Writes one unit back to one value, unless it holds that already. */
function setCell({ findings }: Case, { map, key }: Cell, value: unknown): void {
  if (value === undefined) return map.delete(key)
  if (map.has(key) && sameJson(map.get(key), value)) return
  map.set(key, value)
  findings.notePutBack(bytesOf(value))
}

function restore(one: Case, back: { entry: Touched; unit: string; missing: unknown }): void {
  const cell = cellOf(one.tick.board, back.entry, back.unit)
  if (!cell) return
  const old = one.before.get(back.entry.key)?.get(back.unit)
  // What was not there before and is not there now (a write that lost) needs nothing.
  if (old === undefined && !cell.map.has(cell.key)) return
  if (!sameJson(valueOf(cell), old)) setCell(one, cell, old === undefined ? back.missing : old)
}

function missingField(root: EntityRoot, unit: string): unknown {
  if (unit === 'deleted') return null
  return hasField(root, unit) ? REMOVED : undefined
}
