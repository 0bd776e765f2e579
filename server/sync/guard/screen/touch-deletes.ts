import * as Y from 'yjs'
import { BASE_UNIT } from '@/lib/board/layout'
import { WHOLE, type TouchedSet } from '../touched'
import { isTextField } from './content-rules'
import type { UpdateDeletes } from './decode-update'
import type { Place, PlaceFinder, Resolved } from './place'
import type { ResolvedUpdate } from './resolve-structs'
import type { Existing } from './touch-structs'

interface Lookup {
  readonly store: Y.Doc['store']
  readonly places: PlaceFinder
  readonly resolved: ResolvedUpdate
  readonly existing: Existing
}

/** A living item the delete set names; `isFresh` where it came in the same update. */
interface Hit<Where = Resolved> {
  readonly item: Y.Item
  readonly place: Where
  readonly isFresh: boolean
}

/**
 * Notes what a delete set touches. `none` where it deletes nothing that is still there, `missing` where it deletes
 * what the server does not have, `invalid` where it deletes what nobody may delete.
 */
export function touchDeletes(
  deletes: UpdateDeletes,
  touched: TouchedSet,
  lookup: Lookup,
): 'some' | 'none' | 'missing' | 'invalid' {
  const hits = findHits(deletes, lookup)
  if (hits === null) return 'missing'
  const placed = hits.flatMap(({ place, ...hit }) => (typeof place === 'string' ? [] : [{ ...hit, place }]))
  if (!placed.every((hit) => touchDelete(hit, touched, lookup.existing))) return 'invalid'
  // The base of a record goes only with the record.
  const bases = placed.filter(
    ({ place, isFresh }) => !isFresh && place.root === 'records' && place.unit === BASE_UNIT,
  )
  if (!bases.every(({ place }) => touched.at('records', place.id).removed)) return 'invalid'
  return placed.length > 0 ? 'some' : 'none'
}

/** Every living item a delete set names; null where it names what neither the document nor the update has. */
function findHits(deletes: UpdateDeletes, lookup: Lookup): Hit[] | null {
  const hits: Hit[] = []
  for (const [client, ranges] of deletes.clients) {
    const finder = createFinder(client, lookup, hits)
    // Nothing is made for a range: there may be a million, of what is long gone.
    for (const { clock, len } of ranges) if (!finder(clock, clock + len)) return null
  }
  return hits
}

/** Adds the living items of one client from one clock to another; false where some of them are nowhere. */
function createFinder(
  client: number,
  { store, places, resolved }: Lookup,
  hits: Hit[],
): (clock: number, end: number) => boolean {
  const structs = store.clients.get(client) ?? []
  const state = Y.getState(store, client)
  const addStored = (clock: number, end: number): void => {
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const item = structs[at]
      if (item === undefined || item.id.clock >= end) return
      if (item instanceof Y.Item && !item.deleted)
        hits.push({ item, place: places.ofItem(item), isFresh: false })
    }
  }
  const addFresh = (clock: number, end: number): boolean => {
    for (let next = clock; next < end;) {
      const found = resolved.find(client, next)
      if (!found) return false
      const { struct: item, place } = found
      const isAlive = item instanceof Y.Item && !(item.content instanceof Y.ContentDeleted)
      if (isAlive) hits.push({ item, place, isFresh: true })
      next = item.id.clock + item.length
    }
    return true
  }
  return (clock, end) => {
    if (clock < state) addStored(clock, end)
    return addFresh(Math.max(clock, state), end)
  }
}

/** False where nobody may delete this. */
function touchDelete({ item, place, isFresh }: Hit<Place>, all: TouchedSet, existing: Existing): boolean {
  const touched = all.at(place.root, place.id)
  if (place.inText) {
    touched.texts.add(place.unit ?? WHOLE)
    return true
  }
  if (place.unit === null && place.root !== 'placements') {
    if (place.root !== 'records') return false
    if (!isFresh) touched.removed = true
    return isFresh || !existing.isProtected(place.id)
  }
  const unit = place.unit ?? WHOLE
  if (isTextField(place.root, unit)) return false
  const isLast = isFresh ? touched.units.get(unit) === item : !touched.units.has(unit)
  if (isLast) touched.units.set(unit, null)
  return true
}
