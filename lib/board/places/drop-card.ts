import { holds } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import type { InitiativeId, InstanceId } from '../../ids'
import {
  CANVAS_INSTANCE,
  cardShapeId,
  parsePlacementKey,
  teamOfTarget,
  teamShapeId,
  teamTarget,
  type Instance,
  type Placement,
} from '../layout'
import { layoutCards, type CardLayout, type LayoutMemory } from './layout-cards'
import { placementAt, type Hold } from './placement'
import { lookAround, settlePin, type Looks } from './settle-pin'
import { standTemplates } from './standing'
import { DOCKED_SIZE_PX, dockedAt, pileStepPx, type StandingTeam } from './standing-teams'

/** What can take a card. */
export interface Takers {
  readonly instances: readonly Instance[]
  /** The last one is on top. */
  readonly teams: readonly StandingTeam[]
}

/**
 * Finds what a card takes when its top left corner is dropped at this page point and the point it is held by decides: a
 * team or the pile under it first, then what `placementAt` says.
 */
export function dropCard(
  { instances, teams }: Takers,
  at: Point,
  hold: Hold,
): { instanceId: InstanceId; placement: Placement } {
  const point = { x: at.x + hold.x, y: at.y + hold.y }
  const under = teamAt(teams, point)
  if (!under) return placementAt(instances, at, hold)
  return { instanceId: under.instance.id, placement: { target: teamTarget(under.team.id), dx: 0, dy: 0 } }
}

/** The team that takes a page point: one that lies there, else one whose pile does. */
function teamAt(teams: readonly StandingTeam[], point: Point): StandingTeam | undefined {
  return (
    teams.findLast(({ box }) => holds(box, point)) ??
    teams.findLast(({ dock }) => dock.h > 0 && holds(dock, point))
  )
}

/**
 * Lays out every card, those on teams as those on templates and on the canvas; see `layoutCards` and `layoutDocked`. One
 * whose team stands no longer on its map counts as `frame`, in a pile below the heading, until the team is back.
 */
export function layoutAllCards(
  takers: Takers,
  placements: Iterable<readonly [string, Placement | null]>,
  memory?: LayoutMemory,
): CardLayout[] {
  const shapes = new Set(takers.teams.map(({ shapeId }) => shapeId))
  const [free, docked, stray]: [Entry[], Entry[], Entry[]] = [[], [], []]
  for (const entry of placements) {
    const shapeId = teamShapeOf(entry)
    if (shapeId === null) free.push(entry)
    else if (shapes.has(shapeId)) docked.push(entry)
    else stray.push(entry)
  }
  const onFrames = [...free, ...pileUp(takers.instances, stray)]
  return [
    ...layoutCards(takers.instances, onFrames, memory).values(),
    ...layoutDocked(takers, docked).values(),
  ]
}

type Entry = readonly [key: string, placement: Placement | null]

/** The shape of the team a card stands on; null where it stands on none. */
function teamShapeOf([key, placement]: Entry): string | null {
  const teamId = placement && teamOfTarget(placement.target)
  const ids = teamId && parsePlacementKey(key)
  return ids ? teamShapeId(teamId, ids.instanceId) : null
}

/** In the order of their keys, so that everybody sees the same. */
function pileUp(instances: readonly Instance[], stray: readonly Entry[]): Entry[] {
  const step = pileStepPx(stray.length)
  const headings = new Map(
    standTemplates(instances).map(({ instance, template }) => [instance.id, template.heading]),
  )
  const sorted = [...stray].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([key], number) => {
    const heading = headings.get(parsePlacementKey(key)?.instanceId ?? CANVAS_INSTANCE)
    const below = (heading?.y ?? 0) + (heading?.h ?? 0)
    return [key, { target: 'frame', dx: heading?.x ?? 0, dy: below + number * step }]
  })
}

/**
 * Lays out the cards that stand on teams, each pile in the order of initiative ids so that everybody sees the same;
 * keyed by shape id. `teams` are all that stand or stood on the maps; what is on none of them is left out.
 */
export function layoutDocked(
  takers: Takers,
  placements: Iterable<readonly [string, Placement | null]>,
): Map<string, CardLayout> {
  const byShape = new Map(takers.teams.map((team) => [team.shapeId, team]))
  const piles = new Map<StandingTeam, DockedCard[]>()
  for (const [key, placement] of placements) {
    const ids = parsePlacementKey(key)
    const teamId = placement && teamOfTarget(placement.target)
    const team = ids && teamId ? byShape.get(teamShapeId(teamId, ids.instanceId)) : undefined
    if (ids && placement && team) piles.set(team, [...(piles.get(team) ?? []), { ...ids, placement }])
  }
  const looks = lookAround()
  const layouts = [...piles].flatMap(([team, pile]) => layoutPile({ teams: takers.teams, looks }, team, pile))
  return new Map(layouts.map((layout) => [layout.shapeId, layout]))
}

interface DockedCard {
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
  readonly placement: Placement
}

function layoutPile(
  { teams, looks }: { readonly teams: readonly StandingTeam[]; readonly looks: Looks },
  team: StandingTeam,
  pile: readonly DockedCard[],
): CardLayout[] {
  const sorted = [...pile].sort((one, other) => (one.initiativeId < other.initiativeId ? -1 : 1))
  return sorted.map((card, number) => {
    const at = dockedAt(team, number, sorted.length)
    const isRight = (pin: Point): boolean => teamAt(teams, { x: at.x + pin.x, y: at.y + pin.y }) === team
    const middle = { x: DOCKED_SIZE_PX.w / 2, y: DOCKED_SIZE_PX.h / 2 }
    const pin = isRight(middle) ? middle : settlePin({ at, isRight, looks, regions: [team.box] })
    const shapeId = cardShapeId(card.initiativeId, card.instanceId)
    return { shapeId, ...card, ...at, ...DOCKED_SIZE_PX, pin }
  })
}
