import type { TeamId } from '../../../ids'
import { comparableName } from '../../../teams/team-name'
import { UNDEFINED_TEAM, type TeamTypeId } from '../../../teams/team-types'
import type { Initiative, Team } from '../../layout'
import { teamFinder } from './workloads'

/** A team that initiatives name and that stands on no map. */
export interface AbsentTeam {
  readonly name: string
  /** The team itself, where the board has it: its map was removed. */
  readonly id: TeamId | null
  readonly type: TeamTypeId
}

/** The teams that initiatives name and no map shows, each once, in the order of the initiatives. */
export function listAbsentTeams(
  teams: readonly Team[],
  standing: ReadonlySet<TeamId>,
  initiatives: readonly Initiative[],
): readonly AbsentTeam[] {
  const find = teamFinder(teams)
  const absent = new Map<string, AbsentTeam>()
  for (const initiative of initiatives) {
    const known = find(initiative)
    if (known && standing.has(known.id)) continue
    const team = known ?? { name: (initiative.team ?? '').trim(), id: null, type: UNDEFINED_TEAM.id }
    const key = comparableName(team.name)
    if (key !== '' && !absent.has(key)) absent.set(key, { name: team.name, id: team.id, type: team.type })
  }
  return [...absent.values()]
}
