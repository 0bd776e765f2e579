import type { InteractionId } from '../../ids'
import { parsePlacementKey, type BoardDocument, type Root } from '../layout'
import { readInteraction } from '../read'
import type { Step, StepChange } from '../step'

/** What people see on a board, in the order in which a step is about them: a template takes its cards along. */
const THING_KINDS = ['template', 'team', 'card', 'interaction', 'drawing'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** Where the document keeps things of each kind. */
export const ROOT_OF_KIND = {
  template: 'instances',
  team: 'teams',
  card: 'initiatives',
  interaction: 'interactions',
  drawing: 'records',
} as const satisfies Record<ThingKind, Root>

const KIND_OF_ROOT = new Map<Root, ThingKind>(THING_KINDS.map((kind) => [ROOT_OF_KIND[kind], kind]))

/** One thing that a step changed. A card is known by its initiative. */
export interface ChangedThing {
  readonly kind: ThingKind
  readonly id: string
  readonly changes: Step
  /** The templates on which it stood or stands by these changes. */
  readonly instanceIds: readonly string[]
}

/** Everything that people can see of what a step changed, what it is about first. */
export function changedThings(board: BoardDocument, step: Step): readonly ChangedThing[] {
  const things = new Map<string, { kind: ThingKind; id: string; changes: StepChange[] }>()
  for (const change of step) {
    const found = thingOf(board, change)
    if (!found) continue
    const key = `${found.kind}/${found.id}`
    const thing = things.get(key) ?? { ...found, changes: [] }
    thing.changes.push(change)
    things.set(key, thing)
  }
  const rank = ({ kind }: Pick<ChangedThing, 'kind'>): number => THING_KINDS.indexOf(kind)
  return [...things.values()]
    .map((thing) => ({ ...thing, instanceIds: instancesOf(board, thing) }))
    .sort((one, other) => rank(one) - rank(other))
}

function thingOf(board: BoardDocument, change: StepChange): Pick<ChangedThing, 'kind' | 'id'> | null {
  if (change.kind === 'placement') {
    const id = parsePlacementKey(change.key)?.initiativeId
    return id ? { kind: board.teams.has(id) ? 'team' : 'card', id } : null
  }
  const { id } = change
  const kind = KIND_OF_ROOT.get(change.kind === 'record' ? 'records' : change.root)
  // Pictures and the ends of arrows are kept in records that nobody sees.
  return !kind || (kind === 'drawing' && !id.startsWith('shape:')) ? null : { kind, id }
}

function instancesOf(
  board: BoardDocument,
  { kind, id, changes }: Omit<ChangedThing, 'instanceIds'>,
): readonly string[] {
  if (kind === 'interaction') return [readInteraction(board, id as InteractionId)?.instance ?? '']
  return [
    ...new Set(
      changes.flatMap((change) =>
        change.kind === 'placement' ? (parsePlacementKey(change.key)?.instanceId ?? []) : [],
      ),
    ),
  ]
}
