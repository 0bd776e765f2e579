import type { Point } from '../../../geometry/point'
import type { InstanceId } from '../../../ids'
import { teamTarget, type Instance, type Placement } from '../../layout'
import { placementAt, type Hold } from '../placement'
import { teamAt, type StandingTeam } from '../teams/standing-teams'

/** What can take a card. */
export interface Takers {
  readonly instances: readonly Instance[]
  /** The last one is on top. */
  readonly teams: readonly StandingTeam[]
}

/**
 * Finds what a card takes when its top left corner is dropped at this page point and the point it is held by decides: a
 * team or the pile under it first, then what `placementAt` says; where that is no line, a team under the card's middle.
 */
export function dropCard(
  { instances, teams }: Takers,
  at: Point,
  hold: Hold,
): { instanceId: InstanceId; placement: Placement } {
  const held = teamAt(teams, { x: at.x + hold.x, y: at.y + hold.y })
  if (held) return onTeam(held)
  const dropped = placementAt(instances, at, hold)
  if (!hold.middle || dropped.placement.x !== undefined) return dropped
  const seen = teamAt(teams, { x: at.x + hold.middle.x, y: at.y + hold.middle.y })
  return seen ? onTeam(seen) : dropped
}

function onTeam({ instance, team }: StandingTeam): { instanceId: InstanceId; placement: Placement } {
  return { instanceId: instance.id, placement: { target: teamTarget(team.id), dx: 0, dy: 0 } }
}
