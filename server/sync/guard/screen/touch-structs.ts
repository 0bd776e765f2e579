import * as Y from 'yjs'
import { BASE_UNIT, isEntityRoot, type Root } from '@/lib/board/layout'
import { WHOLE, type Touched, type TouchedSet } from '../touched'
import { isTextField } from './content-rules'
import type { NewStruct } from './resolve-structs'

/** What the document holds before an update. */
export interface Existing {
  has(root: Root, id: string): boolean
  /** Whether nobody but the server may replace or delete this record. */
  isProtected(recordId: string): boolean
}

/** Notes what a new struct touches; false where no honest client writes such a struct. */
export function touchStruct({ struct, place }: NewStruct, all: TouchedSet, existing: Existing): boolean {
  if (!(struct instanceof Y.Item) || typeof place === 'string') return true
  const touched = all.at(place.root, place.id)
  if (place.inText) touched.texts.add(place.unit ?? WHOLE)
  else if (place.unit !== null) return touchUnit(struct, touched, place.unit)
  else if (place.root === 'placements') touched.units.set(WHOLE, liveOf(struct))
  else return touchMap(struct, touched, existing)
  return true
}

function touchUnit(struct: Y.Item, touched: Touched, unit: string): boolean {
  const isOnce = unit === BASE_UNIT || isTextField(touched.root, unit)
  if (isOnce && touched.units.has(unit)) return false
  touched.units.set(unit, liveOf(struct))
  return true
}

/** A record may be replaced, which is deleting and making it again; an entity never. */
function touchMap(struct: Y.Item, touched: Touched, existing: Existing): boolean {
  const stood = existing.has(touched.root, touched.id)
  if (isEntityRoot(touched.root) && (stood || touched.created)) return false
  if (stood && existing.isProtected(touched.id)) return false
  if (stood) touched.removed = true
  if (struct.content instanceof Y.ContentType) touched.created = true
  return true
}

function liveOf(struct: Y.Item): Y.Item | null {
  return struct.content instanceof Y.ContentDeleted ? null : struct
}
