import { clamp } from '../../clamp'
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
 * The `place` unit that hangs a shape on the page where it stood. In a circle there is no such place, and where a
 * parent is not known any more neither: then its own numbers are kept. What stood off every board comes to its edge.
 */
export function pagePlaceOf(input: RepairInput, id: string, why: MoveReason): Json {
  const record = input.records.get(id)
  const own = placeOf(record)
  const { x, y, rotation } = why === 'circle' ? own : toPage(input, record, own)
  return [PAGE_ID, ...[x, y, rotation].map((value) => clamp(value, -LIMITS.COORDINATE, LIMITS.COORDINATE))]
}

function toPage(input: RepairInput, record: BoardRecord | undefined, own: Place): Place {
  let place = own
  const seen = new Set<string>()
  let at = record
  for (;;) {
    const parent = parentOf(input, at)
    if (!parent || parent.typeName !== 'shape' || seen.has(parent.id)) return place
    seen.add(parent.id)
    place = within(placeOf(parent), place)
    at = parent
  }
}

function parentOf(input: RepairInput, record: BoardRecord | undefined): BoardRecord | null {
  const id = record?.['parentId']
  if (typeof id !== 'string') return null
  return input.records.get(id) ?? input.removed?.(id) ?? null
}

function within(parent: Place, place: Place): Place {
  const [sin, cos] = [Math.sin(parent.rotation), Math.cos(parent.rotation)]
  return {
    x: parent.x + place.x * cos - place.y * sin,
    y: parent.y + place.x * sin + place.y * cos,
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
