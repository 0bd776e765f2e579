import type { Point } from '../curves/curve'
import type { InitiativeId, InstanceId } from '../ids'
import {
  cardShapeId,
  parsePlacementKey,
  teamOfTarget,
  teamShapeId,
  teamTarget,
  type Instance,
  type Placement,
} from './layout'
import { layoutCards, placementAt, type CardLayout, type LayoutMemory } from './placement'
import { settlePin } from './settle-pin'
import { holds } from './standing'
import { DOCKED_SIZE_PX, dockedAt, type StandingTeam } from './standing-teams'

/** What can take a card. */
export interface Takers {
  readonly instances: readonly Instance[]
  /** The last one is on top. */
  readonly teams: readonly StandingTeam[]
}

/**
 * Finds what a card takes when its top left corner is dropped at this page point and `pin` (card px) decides: a team or
 * the pile under it first, then what `placementAt` says.
 */
export function dropCard(
  { instances, teams }: Takers,
  at: Point,
  pin: Point,
): { instanceId: InstanceId; placement: Placement } {
  const point = { x: at.x + pin.x, y: at.y + pin.y }
  const under = teamAt(teams, point)
  if (!under) return placementAt(instances, at, pin)
  return { instanceId: under.instance.id, placement: { target: teamTarget(under.team.id), dx: 0, dy: 0 } }
}

/** The team that takes a page point: one that lies there, else one whose pile does. */
function teamAt(teams: readonly StandingTeam[], point: Point): StandingTeam | undefined {
  return (
    teams.findLast(({ box }) => holds(box, point)) ??
    teams.findLast(({ dock }) => dock.h > 0 && holds(dock, point))
  )
}

/** Lays out every card, those on teams as those on templates and on the canvas; see `layoutCards` and `layoutDocked`. */
export function layoutAllCards(
  takers: Takers,
  placements: Iterable<readonly [string, Placement | null]>,
  memory?: LayoutMemory,
): CardLayout[] {
  const all = [...placements]
  const free = all.filter(([, placement]) => !placement || !isDocked(placement))
  return [...layoutCards(takers.instances, free, memory).values(), ...layoutDocked(takers, all).values()]
}

function isDocked(placement: Placement): boolean {
  return teamOfTarget(placement.target) !== null
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
  const layouts = [...piles].flatMap(([team, pile]) => layoutPile(takers.teams, team, pile))
  return new Map(layouts.map((layout) => [layout.shapeId, layout]))
}

interface DockedCard {
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
  readonly placement: Placement
}

function layoutPile(
  teams: readonly StandingTeam[],
  team: StandingTeam,
  pile: readonly DockedCard[],
): CardLayout[] {
  const sorted = [...pile].sort((one, other) => (one.initiativeId < other.initiativeId ? -1 : 1))
  return sorted.map((card, number) => {
    const at = dockedAt(team, number, sorted.length)
    const isRight = (pin: Point): boolean => teamAt(teams, { x: at.x + pin.x, y: at.y + pin.y }) === team
    const middle = { x: DOCKED_SIZE_PX.w / 2, y: DOCKED_SIZE_PX.h / 2 }
    const pin = isRight(middle) ? middle : settlePin({ at, isRight, regions: [team.box] })
    const shapeId = cardShapeId(card.initiativeId, card.instanceId)
    return { shapeId, ...card, ...at, ...DOCKED_SIZE_PX, pin }
  })
}
