import * as Y from 'yjs'
import type { InitiativeId, InstanceId, PersonId } from '../ids'
import { BASE_UNIT, isRemoved } from './layout'
import type { BoardDocument, BoardRecord, Deletion, Initiative, Instance, Placement, UnitMap } from './layout'
import { applyUnits } from './units'

/** Reads one canvas record: its base overlaid by its changed units; null where the map holds no record. */
export function readRecord(map: UnitMap): BoardRecord | null {
  const base = map.get(BASE_UNIT)
  if (!isRecord(base)) return null
  return applyUnits(base, unitsOf(map))
}

/** Reads an initiative, deleted or not; null where there is none with this id. */
export function readInitiative(board: BoardDocument, id: InitiativeId): Initiative | null {
  const map = board.initiatives.get(id)
  if (!(map instanceof Y.Map)) return null
  const text = (field: string): string => textOf(map.get(field))
  const optional = (field: string): string | undefined => stringOf(map.get(field))
  return {
    id,
    title: text('title'),
    summary: text('summary'),
    ...defined('externalKey', optional('externalKey')),
    ...defined('team', optional('team')),
    ...defined('owner', optional('owner')),
    effort: numberOf(map.get('effort'), 1),
    ...readAuthorship(map),
  }
}

/** Reads a template instance, deleted or not; null where there is none with this id. */
export function readInstance(board: BoardDocument, id: InstanceId): Instance | null {
  const map = board.instances.get(id)
  if (!(map instanceof Y.Map)) return null
  const place = map.get('place')
  const [x, y] = Array.isArray(place) ? (place as unknown[]) : []
  const templateId = stringOf(map.get('templateId')) ?? ''
  return { id, templateId, place: [numberOf(x, 0), numberOf(y, 0)], ...readAuthorship(map) }
}

/** Every initiative that is not deleted, oldest first. */
export function listInitiatives(board: BoardDocument): Initiative[] {
  const all: Initiative[] = []
  for (const id of board.initiatives.keys()) {
    const initiative = readInitiative(board, id as InitiativeId)
    if (initiative && !initiative.deleted) all.push(initiative)
  }
  return all.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/** Every template instance that is not deleted, oldest first. */
export function listInstances(board: BoardDocument): Instance[] {
  const all: Instance[] = []
  for (const id of board.instances.keys()) {
    const instance = readInstance(board, id as InstanceId)
    if (instance && !instance.deleted) all.push(instance)
  }
  return all.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/** A placement, or null where the initiative does not stand there. */
export function readPlacement(board: BoardDocument, key: string): Placement | null {
  return board.placements.get(key) ?? null
}

function readAuthorship(map: UnitMap): { createdBy: PersonId; createdAt: number; deleted?: Deletion } {
  const deleted = map.get('deleted') as Deletion | undefined
  return {
    createdBy: (stringOf(map.get('createdBy')) ?? '') as PersonId,
    createdAt: numberOf(map.get('createdAt'), 0),
    ...(deleted ? { deleted } : {}),
  }
}

function* unitsOf(map: UnitMap): Generator<readonly [string, unknown]> {
  for (const entry of map.entries()) if (entry[0] !== BASE_UNIT) yield entry
}

function isRecord(value: unknown): value is BoardRecord {
  return typeof value === 'object' && value !== null && 'id' in value && 'typeName' in value
}

function textOf(value: unknown): string {
  return value instanceof Y.Text ? value.toJSON() : ''
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && !isRemoved(value) ? value : undefined
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

function defined<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string }
}
