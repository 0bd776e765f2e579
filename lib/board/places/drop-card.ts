import type { Point } from '../../geometry/point'
import type { InstanceId } from '../../ids'
import { teamTarget, type Instance, type Placement } from '../layout'
import { placementAt, type Hold } from './placement'
import { teamAt, type StandingTeam } from './standing-teams'

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
