import type { Point } from '../../../geometry/point'
import type { InitiativeId, InstanceId } from '../../../ids'
import { cardShapeId, parsePlacementKey, teamOfTarget, teamShapeId, type Placement } from '../../layout'
import type { CardLayout } from './layout-cards'
import { lookAround, settlePin, type Looks } from './settle-pin'
import { DOCKED_SIZE_PX, dockedAt, teamAt, type StandingTeam } from '../teams/standing-teams'

/**
 * Lays out the cards that stand on teams, each pile in the order of initiative ids so that everybody sees the same;
 * keyed by shape id. `teams` are all that stand or stood on the maps; what is on none of them is left out.
 */
export function layoutDocked(
  teams: readonly StandingTeam[],
  placements: Iterable<readonly [string, Placement | null]>,
): Map<string, CardLayout> {
  const byShape = new Map(teams.map((team) => [team.shapeId, team]))
  const piles = new Map<StandingTeam, DockedCard[]>()
  for (const [key, placement] of placements) {
    const ids = parsePlacementKey(key)
    const teamId = placement && teamOfTarget(placement.target)
    const team = ids && teamId ? byShape.get(teamShapeId(teamId, ids.instanceId)) : undefined
    if (ids && placement && team) piles.set(team, [...(piles.get(team) ?? []), { ...ids, placement }])
  }
  const looks = lookAround()
  const layouts = [...piles].flatMap(([team, pile]) => layoutPile({ teams, looks }, team, pile))
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
    const at = dockedAt(team, number)
    const isRight = (pin: Point): boolean => teamAt(teams, { x: at.x + pin.x, y: at.y + pin.y }) === team
    const middle = { x: DOCKED_SIZE_PX.w / 2, y: DOCKED_SIZE_PX.h / 2 }
    const pin = isRight(middle) ? middle : settlePin({ at, isRight, looks, regions: [team.box] })
    const shapeId = cardShapeId(card.initiativeId, card.instanceId)
    return { shapeId, ...card, ...at, ...DOCKED_SIZE_PX, pin }
  })
}
