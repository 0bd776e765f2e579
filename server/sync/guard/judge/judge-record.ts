import type * as Y from 'yjs'
import { isRemoved, REMOVED, type BoardRecord, type Json } from '@/lib/board/layout'
import { readRecord } from '@/lib/board/read'
import { authorshipOf } from '@/lib/board/authorship'
import { checkRecord, isOnlyTooMuch } from '@/lib/board/limits/record-limits'
import { SERVER_PERSON } from '@/lib/board/step'
import { sameJson, toUnits } from '@/lib/board/units'
import { LIMITS } from '@/lib/sync/limits'
import type { Touched } from '../touched'
import { checkStamp } from './authorise'
import { mapOf } from './cells'
import { refuse, type Case } from './judge-context'
import { hasOwnPicture } from './own-picture'
import { rememberRefused } from './remember-refused'
import { rewriteIfLost } from './rewrite-if-lost'
import { unmakeRecord, writeBackRecord } from './write-back'

const STAMPS = ['meta.createdBy', 'meta.createdAt']
/** Units that say what a record hangs on, beside the parent in its place. */
const STRUCTURE = new Set(['index', 'fromId', 'toId'])

/** Judges what an update did to one canvas record; answers whether anything of it stays. */
export function judgeRecord(one: Case, entry: Touched): boolean {
  const { board, records, repair } = one.tick
  const before = records.all.get(entry.id) ?? null
  const map = mapOf(board, 'records', entry.id)
  if (map && before && !entry.created) return judgeChanged(one, { entry, map, before })
  const isPutBack = map && entry.created && !judgeNew(one, entry, map)
  if (map && !entry.created) judgeUnreadable(one, entry, map)
  const after = records.refresh(entry.id)
  if (before !== after) repair.add(entry.id)
  return !isPutBack && before !== after
}

/** Says whether it stays. */
function judgeNew(one: Case, entry: Touched, map: Y.Map<unknown>): boolean {
  const fault = faultOfNew(one, entry, map)
  if (fault === null) return true
  if (fault !== 'invalid-input') rememberRefused(one, entry)
  unmakeRecord(one, entry.id)
  if (fault === 'invalid-input') refuse(one, entry, fault)
  else one.findings.refuse(entry.key, fault)
  return false
}

type FaultOfNew = 'too-large' | 'board-full' | 'invalid-input'

/** Signs the record as well. For a board that has no room nobody is to blame. */
function faultOfNew(one: Case, entry: Touched, map: Y.Map<unknown>): FaultOfNew | null {
  const { records } = one.tick
  if (!records.all.has(entry.id) && records.all.size >= LIMITS.RECORDS) return 'too-large'
  const record = readRecord(map)
  if (record === null || record.id !== entry.id || record.typeName === 'page') return 'invalid-input'
  if (isOfAnotherKind(records.all.get(entry.id) ?? records.departed(entry.id), record)) return 'invalid-input'
  stamp(one, { entry, map, record })
  const stamped = readRecord(map)
  if (!stamped || !isSound(one, { entry, map, before: null }, stamped)) return 'invalid-input'
  return records.isTooMuchToDraw(stamped) ? 'board-full' : null
}

/** No canvas makes something else under an id that was there, and whoever draws it then sees nothing of it any more. */
function isOfAnotherKind(first: BoardRecord | null, record: BoardRecord): boolean {
  return first !== null && (first.typeName !== record.typeName || first['type'] !== record['type'])
}

/** A record made again after it was deleted keeps the stamp of whoever made it first. */
function stamp(
  one: Case,
  { entry, map, record }: { entry: Touched; map: Y.Map<unknown>; record: BoardRecord },
): void {
  const { createdBy: by, createdAt: at } = authorshipOf(record)
  const { records } = one.tick
  const first = records.all.get(entry.id) ?? records.departed(entry.id)
  if (first) {
    const signed = authorshipOf(first)
    if (by !== signed.createdBy) map.set('meta.createdBy', signed.createdBy)
    if (at !== signed.createdAt) map.set('meta.createdAt', signed.createdAt)
    if (by !== signed.createdBy) refuse(one, entry, 'not-allowed')
    return
  }
  const correction = checkStamp({ by, at }, { personId: one.sender.personId, now: one.tick.now })
  if (correction.by !== null) map.set('meta.createdBy', correction.by)
  if (correction.at !== null) map.set('meta.createdAt', correction.at)
  if (correction.forged && !wasThereBefore(one, entry)) refuse(one, entry, 'not-allowed')
}

/** Who undoes an old deletion may name an author the server does not remember. */
function wasThereBefore(one: Case, entry: Touched): boolean {
  const item = one.tick.board.records._map.get(entry.id)
  return item?.left !== null && item?.left !== undefined
}

interface Written {
  readonly entry: Touched
  readonly map: Y.Map<unknown>
  readonly before: BoardRecord | null
}

interface Changed extends Written {
  readonly before: BoardRecord
}

function judgeChanged(one: Case, changed: Changed): boolean {
  const { entry, map, before } = changed
  if (authorshipOf(before).createdBy === SERVER_PERSON) return rejectUnits(one, entry, 'not-allowed')
  for (const [unit, item] of entry.units) {
    if (item) rewriteIfLost({ map, key: unit }, item, one.tick.clientIds)
  }
  const forged = [...entry.units.keys()].filter((unit) => isForged(one, changed, unit))
  if (forged.length > 0) {
    writeBackRecord(one, entry, forged)
    refuse(one, entry, 'not-allowed')
  }
  if (!hasEffect(one, changed)) return false
  const after = readRecord(map)
  const { records } = one.tick
  const isChecked = records.isSound(before)
  const isMove = isMovedOnly(changed)
  if (after === null || !(isMove || isSound(one, changed, after))) return rejectChanged(one, changed, after)
  if (!isMove && records.isTooMuchToDraw(after)) return putBack(one, entry, 'board-full')
  records.keep(after, isChecked || !isMove)
  if (isStructural(changed, after)) one.tick.repair.add(entry.id)
  return true
}

/** Where parts are only too much together, others may have written the rest meanwhile: that is seldom anybody's fault. */
function rejectChanged(one: Case, changed: Changed, after: BoardRecord | null): false {
  const { entry } = changed
  const isForgiven = after !== null && isOnlyTooMuch(after) && isWellWritten(one, changed, after)
  if (!isForgiven) return rejectUnits(one, entry, 'invalid-input')
  one.findings.forgive()
  return putBack(one, entry, 'invalid-input')
}

/** Most writes only move a shape where it hangs; the validators need not look at any of it again. */
function isMovedOnly({ entry, map, before }: Changed): boolean {
  return entry.units.size === 1 && entry.units.has('place') && isMoved(before, map.get('place'))
}

/** What stands as it stood in a state that was checked is not validated again. */
function isSound(one: Case, written: Written, after: BoardRecord): boolean {
  const { before } = written
  const isChecked = before !== null && one.tick.records.isSound(before)
  return checkRecord(after, isChecked ? before : undefined).ok && isWellWritten(one, written, after)
}

/** What others write meanwhile makes no difference to this. */
function isWellWritten(one: Case, { entry, map, before }: Written, after: BoardRecord): boolean {
  return (
    isCanonical(map, after, entry.units.keys()) &&
    !hasTooManyUnits(one, entry, map) &&
    hasOwnPicture(one, after, before)
  )
}

function isMoved(before: BoardRecord, place: unknown): boolean {
  if (!Array.isArray(place) || place.length !== 4 || before.typeName !== 'shape') return false
  const [parentId, ...numbers] = place as unknown[]
  const isNear = (value: unknown): boolean =>
    typeof value === 'number' && Math.abs(value) <= LIMITS.COORDINATE
  return parentId === before['parentId'] && numbers.every(isNear)
}

/** A record that was unreadable or invalid before this server ran: it may only become valid. */
function judgeUnreadable(one: Case, entry: Touched, map: Y.Map<unknown>): void {
  const after = readRecord(map)
  if (!after || !checkRecord(after).ok || !hasOwnPicture(one, after, null))
    rejectUnits(one, entry, 'invalid-input')
}

function rejectUnits(one: Case, entry: Touched, code: 'not-allowed' | 'invalid-input'): false {
  one.findings.addViolation()
  return putBack(one, entry, code)
}

function putBack(one: Case, entry: Touched, code: 'not-allowed' | 'invalid-input' | 'board-full'): false {
  writeBackRecord(one, entry, entry.units.keys())
  one.findings.refuse(entry.key, code)
  return false
}

/** The stamp never changes, and a unit is marked as removed, never cleared: what stood below it would show. */
function isForged(one: Case, { entry, map, before }: Changed, unit: string): boolean {
  const old = one.before.get(entry.key)?.get(unit)
  if (STAMPS.includes(unit) && map.has(unit)) return !sameJson(map.get(unit), toUnits(before).get(unit))
  return old !== undefined && !map.has(unit)
}

function hasEffect(one: Case, { entry, map }: Changed): boolean {
  const old = one.before.get(entry.key)
  return [...entry.units.keys()].some((unit) => !sameJson(map.get(unit), old?.get(unit)))
}

/** Says whether each unit holds what reading the record makes of it, so that no junk hides in a unit. */
function isCanonical(map: Y.Map<unknown>, record: BoardRecord, units: Iterable<string>): boolean {
  const canonical: ReadonlyMap<string, Json> = toUnits(record)
  for (const unit of units) {
    if (unit === 'b' || !map.has(unit)) continue
    const value = map.get(unit)
    const isMark = isRemoved(value)
    if (isMark && (canonical.has(unit) || !sameJson(value, REMOVED))) return false
    if (!isMark && !sameJson(canonical.get(unit), value)) return false
  }
  return true
}

/** Marks of removed units stay for good, of which reading the record shows none: they are counted where they stand. */
function hasTooManyUnits(one: Case, entry: Touched, map: Y.Map<unknown>): boolean {
  const old = one.before.get(entry.key)
  const isNew = (unit: string): boolean => map.has(unit) && old?.get(unit) === undefined
  return [...entry.units.keys()].some(isNew) && map.size > LIMITS.RECORD_UNITS
}

function isStructural({ entry, before }: Changed, after: BoardRecord): boolean {
  if (!sameJson(before['parentId'], after['parentId'])) return true
  return [...entry.units.keys()].some((unit) => STRUCTURE.has(unit))
}
