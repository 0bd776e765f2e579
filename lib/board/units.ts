import { isFields } from './is-fields'
import { REMOVED, isRemoved, type BoardRecord, type Json } from './layout'

// A record is one base value and one unit per part changed later. This file knows how a record falls into units.

type Fields = Record<string, Json | undefined>
const PLACE_FIELDS = ['parentId', 'x', 'y', 'rotation'] as const
const SIZE_UNITS = new Set(['props.w', 'props.h'])
const IDENTITY_FIELDS = new Set(['id', 'typeName', 'type'])

/**
 * Splits a record into its units: `place` ([parentId, x, y, rotation], meaningless apart), `wh` ([w, h]),
 * `props.<name>`, `meta.<name>`, and every other field under its own name. Identity fields are no units.
 */
export function toUnits(record: BoardRecord): Map<string, Json> {
  const units = new Map<string, Json>()
  const isShape = record.typeName === 'shape'
  if (isShape)
    units.set(
      'place',
      PLACE_FIELDS.map((field) => record[field] ?? 0),
    )
  for (const [field, value] of Object.entries(record)) {
    if (value === undefined || IDENTITY_FIELDS.has(field)) continue
    if (isShape && isPlaceField(field)) continue
    if ((field === 'props' || field === 'meta') && isFields(value)) addNested(units, field, value)
    else units.set(field, value)
  }
  return units
}

/**
 * Puts units over a record and answers with the record they describe. Unknown shapes of units are left out, and so is
 * what is part of another unit: a mark that it is removed would take a place or a size apart.
 */
export function applyUnits(record: BoardRecord, units: Iterable<readonly [string, unknown]>): BoardRecord {
  const next: Fields = { ...record }
  const props = copyOf(record['props'])
  const meta = copyOf(record['meta'])
  const isPart = partsIn(record, props)
  for (const [unit, raw] of units) {
    if (isPart(unit)) continue
    const value = isRemoved(raw) ? undefined : (raw as Json)
    if (unit === 'place') applyPlace(next, value)
    else if (unit === 'wh') applySize(props, value)
    else if (unit.startsWith('props.')) setOrDelete(props, unit.slice('props.'.length), value)
    else if (unit.startsWith('meta.')) setOrDelete(meta, unit.slice('meta.'.length), value)
    else if (!IDENTITY_FIELDS.has(unit)) setOrDelete(next, unit, value)
  }
  if (record['props'] !== undefined) next['props'] = props as Json
  if (record['meta'] !== undefined) next['meta'] = meta as Json
  return next as BoardRecord
}

/** The units that differ between two states of a record, with the values of the second; a lost unit is REMOVED. */
export function diffUnits(before: BoardRecord, after: BoardRecord): Map<string, Json> {
  const old = toUnits(before)
  const changed = new Map<string, Json>()
  const fresh = toUnits(after)
  for (const [unit, value] of fresh) if (!sameJson(old.get(unit), value)) changed.set(unit, value)
  for (const unit of old.keys()) if (!fresh.has(unit)) changed.set(unit, REMOVED)
  return changed
}

/** Deep equality of plain data, without regard to the order of keys. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => key in other && sameJson((one as Fields)[key], (other as Fields)[key]))
}

/** Tells which units are none of their own in a record, as they are part of its place or its size. */
function partsIn(record: BoardRecord, props: Fields): (unit: string) => boolean {
  const isShape = record.typeName === 'shape'
  const sized = isSized(props)
  return (unit) => (isShape && isPlaceField(unit)) || (sized && SIZE_UNITS.has(unit))
}

function isPlaceField(field: string): boolean {
  return (PLACE_FIELDS as readonly string[]).includes(field)
}

function isSized(props: Fields): boolean {
  return typeof props['w'] === 'number' && typeof props['h'] === 'number'
}

function addNested(units: Map<string, Json>, field: 'props' | 'meta', value: Fields): void {
  const sized = field === 'props' && isSized(value)
  if (sized) units.set('wh', [value['w'] ?? 0, value['h'] ?? 0])
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined || (sized && (name === 'w' || name === 'h'))) continue
    units.set(`${field}.${name}`, inner)
  }
}

function copyOf(value: Json | undefined): Fields {
  return isFields(value) ? { ...value } : {}
}

function applyPlace(next: Fields, value: Json | undefined): void {
  if (!Array.isArray(value) || value.length !== PLACE_FIELDS.length) return
  PLACE_FIELDS.forEach((field, at) => (next[field] = value[at] as Json))
}

function applySize(props: Fields, value: Json | undefined): void {
  if (!Array.isArray(value) || value.length !== 2) return
  props['w'] = value[0] as Json
  props['h'] = value[1] as Json
}

function setOrDelete(fields: Fields, name: string, value: Json | undefined): void {
  if (value === undefined) Reflect.deleteProperty(fields, name)
  else fields[name] = value
}
