import * as Y from 'yjs'
import type { DocumentChange } from './document-change'
import { orRemoved } from './current-unit'
import { ENTITY_ROOTS, type BoardDocument, type EntityRoot, type Json, type UnitMap } from '../layout'
import { readPlacement, readRecord } from '../read'

type AnyType = Y.AbstractType<unknown>
type Transaction = Pick<Y.Transaction, 'changed' | 'beforeState' | 'deleteSet'>

/**
 * Reads what a transaction changed. Call it on `afterTransaction`: later, Yjs has let go of the letters that were
 * deleted.
 */
export function readChanges(board: BoardDocument, transaction: Transaction): DocumentChange[] {
  const changes: DocumentChange[] = []
  for (const [type, keys] of transaction.changed as ReadonlyMap<AnyType, ReadonlySet<string | null>>) {
    const place = placeOf(board, type)
    if (place === null) continue
    if (type instanceof Y.Text) changes.push(...readTyping(type, place, transaction))
    else for (const key of keys) changes.push(...(key === null ? [] : readKey(board, place, key)))
  }
  return changes
}

/** Where a type lies: a root itself, an entry of it, or a text within that. */
interface Place {
  readonly root: 'records' | 'placements' | EntityRoot
  readonly id: string | null
  readonly field: string | null
}

function placeOf(board: BoardDocument, type: AnyType): Place | null {
  const path: string[] = []
  let at = type
  while (at._item) {
    // A type within a deleted record is nobody's any more.
    if (at._item.parentSub === null || !(at._item.parent instanceof Y.AbstractType)) return null
    path.unshift(at._item.parentSub)
    at = at._item.parent as AnyType
  }
  const root = (['records', 'placements', ...ENTITY_ROOTS] as const).find((name) => board[name] === at)
  return root === undefined ? null : { root, id: path[0] ?? null, field: path[1] ?? null }
}

function readKey(board: BoardDocument, { root, id }: Place, key: string): DocumentChange[] {
  if (root === 'placements') return [{ kind: 'placement', key, placement: readPlacement(board, key) }]
  const map = board[root].get(id ?? key)
  if (root === 'records' && id === null) {
    const record = map instanceof Y.Map ? readRecord(map) : null
    return [{ kind: 'record', id: key, record }]
  }
  if (!(map instanceof Y.Map)) return []
  if (id !== null) return readUnit(map, { root, id, unit: key })
  return root === 'records' ? [] : [{ kind: 'entity', root, id: key, ...readEntity(map) }]
}

function readUnit(
  map: UnitMap,
  at: { readonly root: 'records' | EntityRoot; readonly id: string; readonly unit: string },
): DocumentChange[] {
  const value = map.get(at.unit)
  if (value instanceof Y.AbstractType) return []
  return [{ kind: 'unit', ...at, value: orRemoved(value as Json | undefined) }]
}

function readEntity(map: UnitMap): { fields: Record<string, Json>; texts: Record<string, string> } {
  const fields: Record<string, Json> = {}
  const texts: Record<string, string> = {}
  for (const [field, value] of map) {
    if (value instanceof Y.Text) texts[field] = value.toJSON()
    else fields[field] = value as Json
  }
  return { fields, texts }
}

function readTyping(text: Y.Text, { root, id, field }: Place, transaction: Transaction): DocumentChange[] {
  if (root === 'records' || root === 'placements' || id === null || field === null) return []
  const after = text.toJSON()
  const before = textBefore(text, transaction)
  return before === after ? [] : [{ kind: 'text', root, id, field, before, after }]
}

function textBefore(text: Y.Text, { beforeState, deleteSet }: Transaction): string {
  let before = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    const isNew = item.id.clock >= (beforeState.get(item.id.client) ?? 0)
    if (!isNew && (!item.deleted || Y.isDeleted(deleteSet, item.id))) before += item.content.str
  }
  return before
}
