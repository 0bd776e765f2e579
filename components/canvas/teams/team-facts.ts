import type { Editor } from 'tldraw'
import { teamShapeId, teamTarget } from '@/lib/board/layout'
import { workloadLines, workloadWords } from '@/lib/board/places/teams/workloads'
import type { TeamProps } from '@/lib/board/shapes/team'
import type { InitiativeId, InstanceId, TeamId } from '@/lib/ids'
import { saidTeam } from '@/lib/teams/team-name'
import { teamTypeOf, type TeamType } from '@/lib/teams/team-types'
import { clientOf } from '../session/store-client'

/** Everything a team's shape says. */
export interface TeamFacts {
  readonly name: string
  readonly type: TeamType
  /** What it has on its table, as a sentence part; empty where there is nothing. */
  readonly load: string
  /** The same in lines, the first of them that fits is written. */
  readonly loadLines: readonly (readonly string[])[]
  /** `5 people`; empty where nobody said. */
  readonly people: string
}

/** Reads what a team shows; called inside a reactive scope it follows every change of the team and its work. */
export function teamFactsOf(editor: Editor, props: TeamProps): TeamFacts {
  const { view } = clientOf(editor)
  const id = props.teamId as TeamId
  const team = view.team(id).get()
  const load = view.workload(id).get()
  const shown = cardsOn(editor, props)
  const size = team?.size
  return {
    name: team?.name ?? '',
    type: teamTypeOf(props.teamType),
    load: workloadWords(load, shown),
    loadLines: workloadLines(load, shown),
    people: size === undefined ? '' : `${size} ${size === 1 ? 'person' : 'people'}`,
  }
}

/** How many initiatives of a team have their card on its shape. */
function cardsOn(editor: Editor, { teamId, instanceId }: TeamProps): number {
  const { view } = clientOf(editor)
  const target = teamTarget(teamId as TeamId)
  const isOn = (id: InitiativeId): boolean =>
    view
      .placements(id)
      .get()
      .some(
        ({ instanceId: map, placement }) => map === (instanceId as InstanceId) && placement.target === target,
      )
  return view
    .initiativesOf(teamId as TeamId)
    .get()
    .filter(isOn).length
}

/** The name of a team as it is said in a sentence. */
export function saidName(editor: Editor, teamId: string): string {
  const team = clientOf(editor)
    .view.team(teamId as TeamId)
    .get()
  return saidTeam(team?.name ?? '')
}

/** The shape of a team on the map of this instance. */
export function teamShapeOn(teamId: string, instanceId: string): string {
  return teamShapeId(teamId as TeamId, instanceId as InstanceId)
}
