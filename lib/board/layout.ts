import type * as Y from 'yjs'
import type { InitiativeId, InstanceId, InteractionId, PersonId, TeamId } from '../ids'
import type { InteractionModeId } from '../teams/interaction-modes'
import type { TeamTypeId } from '../teams/team-types'

// The only file that knows the names and types of the shared roots and units.

/** Every root a board document may have; the guard refuses all others. */
export const ROOTS = [
  'meta',
  'records',
  'instances',
  'initiatives',
  'teams',
  'interactions',
  'placements',
  'comments',
  'decisions',
] as const
export type Root = (typeof ROOTS)[number]

/** Roots whose members are never removed while an epoch lasts: their deletion is the field `deleted`. */
export const ENTITY_ROOTS = [
  'instances',
  'initiatives',
  'teams',
  'interactions',
  'comments',
  'decisions',
] as const
export type EntityRoot = (typeof ENTITY_ROOTS)[number]

/** Says whether entries of this root are entities. */
export function isEntityRoot(root: string): root is EntityRoot {
  return (ENTITY_ROOTS as readonly string[]).includes(root)
}

/** The layout version written to `meta.layout`. */
export const LAYOUT_VERSION = 1

/** Fields of an entity that are `Y.Text`, because people type in them together. */
export const TEXT_FIELDS = {
  instances: [],
  initiatives: ['title', 'summary'],
  teams: ['name'],
  interactions: [],
  comments: ['text'],
  decisions: ['text'],
} as const satisfies Record<EntityRoot, readonly string[]>

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The key under which a record keeps its value at creation. */
export const BASE_UNIT = 'b'

/** What a removed optional unit holds: removing the key itself would let a concurrent write come back. */
export const REMOVED: Json = { removed: 1 }

/** Says whether a unit's value is the mark of a removed unit. */
export function isRemoved(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'removed' in value && Object.keys(value).length === 1
}

/** A canvas record as plain data: a tldraw shape, binding, asset, page or document record. */
export interface BoardRecord {
  readonly id: string
  readonly typeName: string
  readonly [field: string]: Json | undefined
}

/** Who deleted an entity and when (Unix milliseconds); null after an undo. */
export type Deletion = { readonly by: PersonId; readonly at: number } | null

/** A template standing on this board. `place` is the page position of its frame's top left corner in px. */
export interface Instance {
  readonly id: InstanceId
  readonly templateId: string
  /** What this one is called on this board; absent: what its template is called. */
  readonly name?: string
  readonly place: readonly [x: number, y: number]
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly deleted?: Deletion
}

/** A piece of work the group talks about. It exists once, however many cards show it. */
export interface Initiative {
  readonly id: InitiativeId
  readonly title: string
  readonly summary: string
  /** The id this row has in the spreadsheet it came from; importing it again updates. */
  readonly externalKey?: string
  /** The name of its team: what the team on the board is called now, else what the spreadsheet said. */
  readonly team?: string
  /** The team on the board it was given to; it wins over a name from a spreadsheet. */
  readonly teamId?: TeamId
  /** The hue of the team it names, as whoever named it saw it: what others name later takes it from nobody. */
  readonly teamHue?: number
  readonly owner?: string
  /** Person-weeks. */
  readonly effort: number
  /** Words it is found by; absent where there are none. */
  readonly tags?: readonly string[]
  /** Addresses of more about it: http, https or mail; absent where there are none. */
  readonly links?: readonly string[]
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly deleted?: Deletion
}

/** A team of people. It exists once, however many maps show it. */
export interface Team {
  readonly id: TeamId
  readonly name: string
  readonly type: TeamTypeId
  /** People. */
  readonly size?: number
  /** What it works on, in a few words. */
  readonly focus?: string
  /** Its hue, which it keeps whatever it is called. */
  readonly hue?: number
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly deleted?: Deletion
}

/**
 * How two teams of one map work with each other; with X-as-a-Service `to` uses what `from` provides. `offset` (px) is
 * from the middle between the two teams to its centre, `rotation` in radians with the point of a triangle upwards at 0.
 */
export interface Interaction {
  readonly id: InteractionId
  readonly mode: InteractionModeId
  readonly from: TeamId
  readonly to: TeamId
  readonly instance: InstanceId
  readonly offset: readonly [dx: number, dy: number]
  readonly wh: readonly [w: number, h: number]
  readonly rotation: number
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly deleted?: Deletion
}

/** The pseudo instance of cards that lie on the canvas outside every template. */
export const CANVAS_INSTANCE = 'canvas' as InstanceId

/**
 * Where one initiative or team stands on one template; the whole value is one unit, the last writer wins.
 * `target` is `curve:<curveId>`, `team:<teamId>`, `frame` (inside the template, on nothing) or `canvas` (no template).
 * `x` in 0..1 is the position along the curve; absent: on the curve, position not said.
 * `dx`, `dy` in px are the offset of the card's top left corner from its anchor; 0, 0 when snapped.
 * `w`, `h` in px are the size of a team's shape; cards have none.
 */
export interface Placement {
  readonly target: string
  readonly x?: number
  readonly dx: number
  readonly dy: number
  readonly w?: number
  readonly h?: number
}

/** The key of a placement in its root. */
export function placementKey(initiativeId: InitiativeId, instanceId: InstanceId): string {
  return `${initiativeId}/${instanceId}`
}

/** Splits a placement key; null where the text is no key. */
export function parsePlacementKey(
  key: string,
): { initiativeId: InitiativeId; instanceId: InstanceId } | null {
  const parts = key.split('/')
  const [initiativeId, instanceId] = parts
  if (parts.length !== 2 || !initiativeId || !instanceId) return null
  return { initiativeId: initiativeId as InitiativeId, instanceId: instanceId as InstanceId }
}

/** The id of the card that shows a placement: derived, so that two people dragging one tray item make one card. */
export function cardShapeId(initiativeId: InitiativeId, instanceId: InstanceId): string {
  return `shape:card-${initiativeId}-${instanceId}`
}

const PLACED_SHAPE = /^shape:(?:card|team)-(.*)$/

/**
 * The keys of the placements that a card or a team may show by its id: two ids, which may have dashes themselves. One
 * after the other, the shortest first: somebody may make up an id of nothing but dashes.
 */
export function* placementKeysOfShape(shapeId: string): Generator<string> {
  const ids = PLACED_SHAPE.exec(shapeId)?.[1] ?? ''
  for (let dash = ids.indexOf('-'); dash >= 0; dash = ids.indexOf('-', dash + 1))
    yield `${ids.slice(0, dash)}/${ids.slice(dash + 1)}`
}

/** The id of the shape that shows the paper of a template. */
export function frameShapeId(instanceId: InstanceId): string {
  return `shape:frame-${instanceId}`
}

/** The id of the shape that shows one curve of a template in a plot of its own. */
export function plotShapeId(instanceId: InstanceId, curveId: string): string {
  return `shape:plot-${instanceId}-${curveId}`
}

/** The key under which a team's place on a map is kept, among the placements. */
export function teamPlacementKey(teamId: TeamId, instanceId: InstanceId): string {
  return `${teamId}/${instanceId}`
}

/** The id of the shape that shows a team on a map. */
export function teamShapeId(teamId: TeamId, instanceId: InstanceId): string {
  return `shape:team-${teamId}-${instanceId}`
}

/** The id of the shape that shows an interaction. */
export function interactionShapeId(id: InteractionId): string {
  return `shape:interaction-${id}`
}

/** The target of a card that stands on this team. */
export function teamTarget(teamId: TeamId): string {
  return `team:${teamId}`
}

/** The team a target names; null where it names none. */
export function teamOfTarget(target: string): TeamId | null {
  return target.startsWith('team:') ? (target.slice('team:'.length) as TeamId) : null
}

export type UnitMap = Y.Map<unknown>

/** A board document with its roots in hand. */
export interface BoardDocument {
  readonly doc: Y.Doc
  readonly meta: UnitMap
  readonly records: Y.Map<UnitMap>
  readonly instances: Y.Map<UnitMap>
  readonly initiatives: Y.Map<UnitMap>
  readonly teams: Y.Map<UnitMap>
  readonly interactions: Y.Map<UnitMap>
  readonly placements: Y.Map<Placement | null>
  readonly comments: Y.Map<UnitMap>
  readonly decisions: Y.Map<UnitMap>
}

/** Takes hold of the roots of a document. Creates nothing but the empty root types. */
export function openBoardDocument(doc: Y.Doc): BoardDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    records: doc.getMap<UnitMap>('records'),
    instances: doc.getMap<UnitMap>('instances'),
    initiatives: doc.getMap<UnitMap>('initiatives'),
    teams: doc.getMap<UnitMap>('teams'),
    interactions: doc.getMap<UnitMap>('interactions'),
    placements: doc.getMap<Placement | null>('placements'),
    comments: doc.getMap<UnitMap>('comments'),
    decisions: doc.getMap<UnitMap>('decisions'),
  }
}

/** The key of `meta` under which a renewed document keeps what those before it held. */
export const PREVIOUS_EPOCHS = 'previous'

/** An epoch before this one, and the state vector its document ended with. */
export interface PreviousEpoch {
  readonly epoch: number
  readonly vector: Uint8Array
}

/** What a document was made from, and that from before, the latest first; empty where it was not made from another. */
export function listPreviousEpochs(board: BoardDocument): readonly PreviousEpoch[] {
  const kept = board.meta.get(PREVIOUS_EPOCHS)
  return Array.isArray(kept) ? kept.filter(isPreviousEpoch) : []
}

/** How the document of this epoch ended; null where none before this one is known under it. */
export function readPreviousEpoch(board: BoardDocument, epoch: number): PreviousEpoch | null {
  return listPreviousEpochs(board).find((previous) => previous.epoch === epoch) ?? null
}

function isPreviousEpoch(value: unknown): value is PreviousEpoch {
  const { epoch, vector } = (value ?? {}) as Partial<PreviousEpoch>
  return typeof epoch === 'number' && vector instanceof Uint8Array
}
