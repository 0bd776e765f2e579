import { clamp } from '../../clamp'
import { outOfFrame } from '../../geometry/frame'
import { LIMITS } from '../../sync/limits'
import type { BoardRecord, Json } from '../layout'
import type { RepairInput } from './repair-input'
import type { MoveReason } from './repair-parents'
import { PAGE_ID } from '../seed'

interface Place {
  readonly x: number
  readonly y: number
  readonly rotation: number
}

/**
 * Answers with the `place` units that hang shapes on the page where they stood. In a circle there is no such place, and
 * where a parent is not known any more neither: then a shape's own numbers are kept. What stood off every board comes to
 * its edge. However many hang on each other, each is looked at once.
 */
export function createPagePlaces(
  input: RepairInput,
  moved: ReadonlyMap<string, MoveReason>,
): (id: string) => Json {
  const known = new Map<string, Place>()
  return (id) => {
    const { x, y, rotation } = toPage({ input, moved, known }, input.records.get(id))
    return [PAGE_ID, ...[x, y, rotation].map((value) => clamp(value, -LIMITS.COORDINATE, LIMITS.COORDINATE))]
  }
}

interface Placing {
  readonly input: RepairInput
  readonly moved: ReadonlyMap<string, MoveReason>
  /** Where on the page those stood that were looked at before. */
  readonly known: Map<string, Place>
}

function toPage({ input, moved, known }: Placing, record: BoardRecord | undefined): Place {
  const path = new Map<string, BoardRecord>()
  let at = record
  while (at && !known.has(at.id) && !path.has(at.id)) {
    path.set(at.id, at)
    at = moved.get(at.id) === 'circle' ? undefined : parentOf(input, at)
  }
  let place = at && known.get(at.id)
  for (const each of [...path.values()].reverse()) {
    place = place ? within(place, placeOf(each)) : placeOf(each)
    known.set(each.id, place)
  }
  return place ?? placeOf(record)
}

function parentOf(input: RepairInput, record: BoardRecord): BoardRecord | undefined {
  const id = record['parentId']
  if (typeof id !== 'string') return undefined
  const parent = input.records.get(id) ?? input.removed?.(id)
  return parent?.typeName === 'shape' ? parent : undefined
}

function within(parent: Place, place: Place): Place {
  return {
    ...outOfFrame({ ...parent, turn: parent.rotation }, place),
    rotation: parent.rotation + place.rotation,
  }
}

function placeOf(record: BoardRecord | undefined): Place {
  const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)
  return {
    x: number(record?.['x']),
    y: number(record?.['y']),
    rotation: number(record?.['rotation']),
  }
}
