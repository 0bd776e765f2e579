import * as Y from 'yjs'
import type { InitiativeId, InstanceId, InteractionId, PersonId, TeamId } from '../ids'
import { interactionModeOf } from '../teams/interaction-modes'
import { isHue } from '../teams/team-hues'
import { teamTypeOf } from '../teams/team-types'
import { BASE_UNIT, isRemoved } from './layout'
import type {
  BoardDocument,
  BoardRecord,
  Deletion,
  Initiative,
  Instance,
  Interaction,
  Placement,
  Team,
  UnitMap,
} from './layout'
import { applyUnits } from './units'

/** Reads one canvas record: its base overlaid by its changed units; null where the map holds no record. */
export function readRecord(map: UnitMap): BoardRecord | null {
  const base = map.get(BASE_UNIT)
  return isRecord(base) ? applyUnits(base, unitsOf(map)) : null
}

/**
 * Reads a canvas record as it was before a transaction, also where that deleted it; null where there was none. Only
 * while Yjs tells of the transaction: then it lets go of what was deleted.
 */
export function readRecordBefore(map: UnitMap, { beforeState }: Y.Transaction): BoardRecord | null {
  const before = Y.createSnapshot(Y.createDeleteSet(), beforeState)
  const { [BASE_UNIT]: base, ...units } = Y.typeMapGetAllSnapshot(map, before)
  return isRecord(base) ? applyUnits(base, Object.entries(units)) : null
}

/** Reads the canvas record of this id; null where there is none. */
export function findRecord(board: BoardDocument, id: string): BoardRecord | null {
  const map = board.records.get(id)
  return map ? readRecord(map) : null
}

/** Reads an initiative, deleted or not; null where there is none with this id. */
export function readInitiative(board: BoardDocument, id: InitiativeId): Initiative | null {
  const map = board.initiatives.get(id)
  if (!(map instanceof Y.Map)) return null
  const text = (field: string): string => textOf(map.get(field))
  const optional = (field: string): string | undefined => stringOf(map.get(field))
  const team = readTeam(board, map.get('teamId'))
  const standing = team && !team.deleted ? team : null
  return {
    id,
    title: text('title'),
    summary: text('summary'),
    ...defined('externalKey', optional('externalKey')),
    ...defined('team', standing?.name ?? optional('team')),
    ...(standing && { teamId: standing.id }),
    ...defined('teamHue', hueIn(map.get('teamHue'))),
    ...defined('owner', optional('owner')),
    effort: numberOf(map.get('effort'), 1),
    ...defined('tags', textsOf(map.get('tags'))),
    ...defined('links', textsOf(map.get('links'))),
    ...readAuthorship(map),
  }
}

/** Reads a team, deleted or not; null where there is none with this id, or the id is none. */
export function readTeam(board: BoardDocument, id: unknown): Team | null {
  const map = typeof id === 'string' ? board.teams.get(id) : undefined
  if (!(map instanceof Y.Map)) return null
  const size = map.get('size')
  return {
    id: id as TeamId,
    name: textOf(map.get('name')),
    type: teamTypeOf(stringOf(map.get('type')) ?? '').id,
    ...(typeof size === 'number' ? { size } : {}),
    ...defined('focus', stringOf(map.get('focus'))),
    ...defined('hue', hueIn(map.get('hue'))),
    ...readAuthorship(map),
  }
}

/** Reads an interaction, deleted or not; null where there is none with this id. */
export function readInteraction(board: BoardDocument, id: InteractionId): Interaction | null {
  const map = board.interactions.get(id)
  if (!(map instanceof Y.Map)) return null
  const text = (field: string): string => stringOf(map.get(field)) ?? ''
  return {
    id,
    mode: interactionModeOf(text('mode')).id,
    from: text('from') as TeamId,
    to: text('to') as TeamId,
    instance: text('instance') as InstanceId,
    offset: pairOf(map.get('offset')),
    wh: pairOf(map.get('wh')),
    rotation: numberOf(map.get('rotation'), 0),
    ...readAuthorship(map),
  }
}

/** Every team that is not deleted, oldest first. */
export function listTeams(board: BoardDocument): Team[] {
  return inOrder([...board.teams.keys()].map((id) => readTeam(board, id)))
}

/** Every interaction that is not deleted, oldest first. */
export function listInteractions(board: BoardDocument): Interaction[] {
  return inOrder([...board.interactions.keys()].map((id) => readInteraction(board, id as InteractionId)))
}

/** Reads a template instance, deleted or not; null where there is none with this id. */
export function readInstance(board: BoardDocument, id: InstanceId): Instance | null {
  const map = board.instances.get(id)
  if (!(map instanceof Y.Map)) return null
  const place = map.get('place')
  const [x, y] = Array.isArray(place) ? (place as unknown[]) : []
  const templateId = stringOf(map.get('templateId')) ?? ''
  const name = defined('name', stringOf(map.get('name')))
  return { id, templateId, ...name, place: [numberOf(x, 0), numberOf(y, 0)], ...readAuthorship(map) }
}

/** Every initiative that is not deleted, oldest first. */
export function listInitiatives(board: BoardDocument): Initiative[] {
  return inOrder([...board.initiatives.keys()].map((id) => readInitiative(board, id as InitiativeId)))
}

/** Every template instance that is not deleted, oldest first. */
export function listInstances(board: BoardDocument): Instance[] {
  return inOrder([...board.instances.keys()].map((id) => readInstance(board, id as InstanceId)))
}

/** A placement, or null where the initiative does not stand there. */
export function readPlacement(board: BoardDocument, key: string): Placement | null {
  return board.placements.get(key) ?? null
}

type Dated = { readonly id: string; readonly createdAt: number; readonly deleted?: Deletion }

function inOrder<Entity extends Dated>(entities: readonly (Entity | null)[]): Entity[] {
  const living = entities.flatMap((entity) => (entity && !entity.deleted ? [entity] : []))
  return living.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

function pairOf(value: unknown): readonly [number, number] {
  const [first, second] = Array.isArray(value) ? (value as unknown[]) : []
  return [numberOf(first, 0), numberOf(second, 0)]
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

function hueIn(value: unknown): number | undefined {
  return typeof value === 'number' && isHue(value) ? value : undefined
}

function textsOf(value: unknown): readonly string[] | undefined {
  const texts = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
  // Each once: whoever writes them past a page may say one twice, which no list on the screen can show.
  return texts.length === 0 ? undefined : [...new Set(texts)]
}

function defined<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }
}
