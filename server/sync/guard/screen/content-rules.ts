import * as Y from 'yjs'
import { BASE_UNIT, isEntityRoot, TEXT_FIELDS, type Root } from '@/lib/board/layout'
import type { WireStruct } from './decode-update'
import { isExactly, type Place, type Resolved } from './place'

/** Deeper values are cut off before anybody walks through them; how deep a record may be is judged later. */
const MAX_DEPTH = 64
const MAX_KEY_LENGTH = 200
const entityId = /^[A-Za-z0-9_-]{1,64}$/

/** Says whether an honest client could ever put this struct there. */
export function belongsThere(struct: WireStruct, place: Resolved): boolean {
  if (place === 'nowhere') return false
  if (struct instanceof Y.GC) return true
  const { content } = struct
  if (!isKnownContent(content)) return false
  if (place === 'gone' || place === 'leaving') return true
  if (!isKeyAllowed(place)) return false
  // What is written last stands last. With a right neighbour Yjs would look for its place among all that ever stood there.
  if (!place.inText && struct.rightOrigin !== null) return false
  if (place.inText) return content instanceof Y.ContentString || content instanceof Y.ContentDeleted
  return place.unit === null ? isEntry(content, place.root) : isUnit(content, place, place.unit)
}

/** Says whether this unit of an entity is a text people edit together. */
export function isTextField(root: Root, unit: string): boolean {
  const fields: Partial<Record<Root, readonly string[]>> = TEXT_FIELDS
  return fields[root]?.includes(unit) ?? false
}

function isEntry(content: Y.Item['content'], root: Root): boolean {
  if (root === 'meta') return false
  if (root === 'placements') return isValue(content)
  if (content instanceof Y.ContentType) return isExactly(content.type, Y.Map)
  // A record made and deleted between two updates leaves this; an entity is never deleted.
  return root === 'records' && content instanceof Y.ContentDeleted
}

function isUnit(content: Y.Item['content'], place: Place, unit: string): boolean {
  if (place.root === 'records' && unit === BASE_UNIT)
    return place.fresh && isValue(content) && content instanceof Y.ContentAny
  if (isTextField(place.root, unit)) {
    return place.fresh && content instanceof Y.ContentType && isExactly(content.type, Y.Text)
  }
  return isValue(content)
}

function isValue(content: Y.Item['content']): boolean {
  return content instanceof Y.ContentDeleted || (content instanceof Y.ContentAny && content.arr.length === 1)
}

function isKnownContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isPlain(value, MAX_DEPTH))
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true
  return (
    content instanceof Y.ContentType && (isExactly(content.type, Y.Map) || isExactly(content.type, Y.Text))
  )
}

function isKeyAllowed(place: Place): boolean {
  if (isEntityRoot(place.root) && (!entityId.test(place.id) || place.id === '__proto__')) return false
  return [place.id, place.unit ?? 'none'].every(
    (key) => key.length > 0 && key.length <= MAX_KEY_LENGTH && !key.includes('__proto__'),
  )
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return true
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every((inner) => isPlain(inner, depth - 1))
  // A key named __proto__ changes the prototype while it is decoded.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((inner) => inner === undefined || isPlain(inner, depth - 1))
}
