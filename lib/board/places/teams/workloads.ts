import { count } from '../../../text/count'
import type { TeamId } from '../../../ids'
import { comparableName } from '../../../teams/team-name'
import type { Initiative, Team } from '../../layout'

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
    const before = loads.get(team.id) ?? { count: 0, effort: 0 }
    loads.set(team.id, { count: before.count + 1, effort: before.effort + initiative.effort })
  }
  return loads
}

/** A workload as a person says it, with how many of it are `shown` there; an empty text where there is nothing. */
export function workloadWords(load: Workload, shown = 0): string {
  if (load.count === 0) return ''
  const some = isSome(shown, load) ? [`${shown} of them shown here`] : []
  return [initiativesOf(load), ...some, `${roundedEffort(load)} person-${weeksOf(load)}`].join(', ')
}

/**
 * A workload in two lines, then in narrower and fewer ones for little room, the count first; none where there is nothing.
 * Where some of it are `shown` below and not all, the count says so.
 */
export function workloadLines(load: Workload, shown = 0): readonly (readonly string[])[] {
  if (load.count === 0) return []
  const [work, weeks] = [`${roundedEffort(load)} person-`, weeksOf(load)]
  const initiatives = initiativesOf(load)
  const narrow = isSome(shown, load) ? `${shown} of ${load.count} shown` : initiatives
  const wide = isSome(shown, load) ? [[`${initiatives} · ${shown} shown`, `${work}${weeks}`]] : []
  return [...wide, [narrow, `${work}${weeks}`], [narrow, work, weeks], [narrow], [`${load.count}`]]
}

/** Where none is shown there is nothing to be counted and compared. */
function isSome(shown: number, { count }: Workload): boolean {
  return shown > 0 && shown < count
}

function initiativesOf(load: Workload): string {
  return count(load.count, 'initiative')
}

function roundedEffort({ effort }: Workload): number {
  return Math.round(effort * 10) / 10
}

function weeksOf(load: Workload): string {
  return roundedEffort(load) === 1 ? 'week' : 'weeks'
}
