import type * as Y from 'yjs'
import type { EntityRoot } from '@/lib/board/layout'
import { sameJson } from '@/lib/board/units'
import type { Touched } from '../touched'
import { checkStamp } from './authorise'
import { mapOf } from './cells'
import { addMissingTexts, isSoundEntity, trimText } from './entity-fields'
import { isIdTaken } from './is-id-taken'
import { judgeDeletion, stampDeletion } from './judge-deletion'
import { refuse, type Case } from './judge-context'
import { rewriteIfLost } from './rewrite-if-lost'
import { writeBackEntity } from './write-back'

type Fields = Y.Map<unknown>

/** What an entity is born with and keeps. */
const FIXED_FIELDS = new Set(['createdBy', 'createdAt', 'templateId', 'instance'])

/** Judges what an update did to one entity; answers whether anything of it stays. */
export function judgeEntity(one: Case, entry: Touched, root: EntityRoot): boolean {
  const fields = mapOf(one.tick.board, root, entry.id)
  if (!fields) return false
  if (entry.created) return judgeNew(one, entry, root)
  for (const field of entry.texts) trim(one, { entry, root, fields, field })
  for (const [field, item] of entry.units) {
    if (item) rewriteIfLost({ map: fields, key: field }, item, one.tick.clientIds)
  }
  if (changedFields(one, entry, fields).includes('deleted')) judgeDeletion(one, entry, fields)
  const changed = changedFields(one, entry, fields)
  const isAllowed = judgeChanged(one, { entry, root, fields, changed })
  return entry.texts.size > 0 || (isAllowed && changed.length > 0)
}

/** A new entity nobody else has seen yet may still be taken out whole. */
function judgeNew(one: Case, entry: Touched, root: EntityRoot): boolean {
  const fields = mapOf(one.tick.board, root, entry.id)
  if (!fields) return false
  stampNew(one, entry, fields)
  addMissingTexts(root, fields)
  const { board } = one.tick
  const isSound =
    !isIdTaken(board, root, entry.id) && isSoundEntity(board, root, { fields, written: fields.keys() })
  if (isSound && one.tick.counts.take(root)) {
    for (const field of [...fields.keys()]) trim(one, { entry, root, fields, field })
    return true
  }
  board[root].delete(entry.id)
  if (isSound) one.findings.refuse(entry.key, 'too-large')
  else refuse(one, entry, 'invalid-input')
  return false
}

function trim(
  { findings }: Case,
  { entry, root, fields, field }: { entry: Touched; root: EntityRoot; fields: Fields; field: string },
): void {
  const passed = trimText(root, fields, field)
  if (passed === 0) return
  findings.notePassed(passed)
  findings.refuse(entry.key, 'too-large')
}

function stampNew(one: Case, entry: Touched, fields: Fields): void {
  const stamp = { by: fields.get('createdBy'), at: fields.get('createdAt') }
  const correction = checkStamp(stamp, { personId: one.sender.personId, now: one.tick.now })
  if (correction.by !== null) fields.set('createdBy', correction.by)
  if (correction.at !== null) fields.set('createdAt', correction.at)
  if (correction.forged) refuse(one, entry, 'not-allowed')
  stampDeletion(one, entry, fields)
}

function judgeChanged(
  one: Case,
  {
    entry,
    root,
    fields,
    changed,
  }: { entry: Touched; root: EntityRoot; fields: Fields; changed: readonly string[] },
): boolean {
  if (changed.length === 0) return true
  const isForged = changed.some((field) => FIXED_FIELDS.has(field) || !fields.has(field))
  const isSound = !isForged && isSoundEntity(one.tick.board, root, { fields, written: changed })
  if (isSound && hasRoom(one, { entry, root, fields })) return true
  writeBackEntity(one, entry, root)
  if (isSound) one.findings.refuse(entry.key, 'too-large')
  else refuse(one, entry, isForged ? 'not-allowed' : 'invalid-input')
  return false
}

/** Whoever comes back needs room like whoever is new, and whoever goes leaves it to others. */
function hasRoom(
  one: Case,
  { entry, root, fields }: { entry: Touched; root: EntityRoot; fields: Fields },
): boolean {
  if (!entry.units.has('deleted')) return true
  const [wasDeleted, isDeleted] = [one.before.get(entry.key)?.get('deleted'), fields.get('deleted')].map(
    Boolean,
  )
  if (wasDeleted === isDeleted) return true
  if (!isDeleted) return one.tick.counts.bringBack(root)
  one.tick.counts.letGo(root)
  return true
}

function changedFields(one: Case, entry: Touched, fields: Fields): string[] {
  const old = one.before.get(entry.key)
  return [...entry.units.keys()].filter((field) => !sameJson(fields.get(field), old?.get(field)))
}
