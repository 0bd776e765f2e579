import type { TeamId } from '../../ids'
import { comparableName } from '../../teams/team-name'
import type { Initiative, Team } from '../layout'

/** What a team has on its table. `effort` is in person-weeks. */
export interface Workload {
  readonly count: number
  readonly effort: number
}

/** The team of each initiative: the one it was given to, else the oldest with the name its spreadsheet says. */
export function teamFinder(teams: readonly Team[]): (initiative: Initiative) => Team | null {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const byName = new Map<string, Team>()
  for (const team of teams) {
    const name = comparableName(team.name)
    if (name !== '' && !byName.has(name)) byName.set(name, team)
  }
  return ({ teamId, team }) =>
    (teamId && byId.get(teamId)) ?? (team === undefined ? null : (byName.get(comparableName(team)) ?? null))
}

/** What each team has to do; teams without an initiative are left out. */
export function workloadsOf(
  teams: readonly Team[],
  initiatives: readonly Initiative[],
): ReadonlyMap<TeamId, Workload> {
  const find = teamFinder(teams)
  const loads = new Map<TeamId, Workload>()
  for (const initiative of initiatives) {
    const team = find(initiative)
    if (!team) continue
    const { count, effort } = loads.get(team.id) ?? { count: 0, effort: 0 }
    loads.set(team.id, { count: count + 1, effort: effort + initiative.effort })
  }
  return loads
}

/** A workload as a person says it; an empty text where there is nothing. */
export function workloadWords(load: Workload): string {
  const [initiatives = '', weeks = ''] = workloadLines(load)[0] ?? []
  return initiatives && `${initiatives}, ${weeks}`
}

/** A workload in two lines, then in narrower and fewer ones for little room, the count first; none where there is nothing. */
export function workloadLines({ count, effort }: Workload): readonly (readonly string[])[] {
  if (count === 0) return []
  const rounded = Math.round(effort * 10) / 10
  const initiatives = `${count} ${count === 1 ? 'initiative' : 'initiatives'}`
  const weeks = rounded === 1 ? 'week' : 'weeks'
  const work = `${rounded} person-`
  return [[initiatives, `${work}${weeks}`], [initiatives, work, weeks], [initiatives], [`${count}`]]
}
