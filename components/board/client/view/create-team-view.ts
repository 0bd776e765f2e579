import { atom, computed, type Signal } from '@tldraw/state'
import type { BoardDocument, Initiative, Instance, Team } from '@/lib/board/layout'
import { listAbsentTeams, type AbsentTeam } from '@/lib/board/places/teams/absent-teams'
import { listStandingTeams, type StandingTeam } from '@/lib/board/places/teams/standing-teams'
import { teamFinder, workloadsOf, type Workload } from '@/lib/board/places/teams/workloads'
import { listTeams } from '@/lib/board/read'
import { sameJson } from '@/lib/board/units'
import type { InitiativeId, TeamId } from '@/lib/ids'
import { isTeamMap } from '@/lib/templates/is-team-map'
import { changedKeys, type DeepEvent } from '../../store/changed-keys'
import { onePerKey } from './one-per-key'

/** The teams of a board as signals. */
export interface TeamView {
  /** Every team that is not deleted, oldest first. */
  readonly teams: Signal<readonly Team[]>
  /** Where they stand; the last one is on top. */
  readonly standingTeams: Signal<readonly StandingTeam[]>
  /** Teams that initiatives name and no map shows; none where the board has no map. */
  readonly absentTeams: Signal<readonly AbsentTeam[]>
  team(id: TeamId): Signal<Team | null>
  workload(id: TeamId): Signal<Workload>
  /** What a team works on, oldest first. */
  initiativesOf(id: TeamId): Signal<readonly InitiativeId[]>
  /** The team of an initiative, where the board has it. */
  teamOf(id: InitiativeId): Signal<Team | null>
}

interface BoardSignals {
  readonly instances: Signal<readonly Instance[]>
  readonly initiatives: Signal<readonly InitiativeId[]>
  initiative(id: InitiativeId): Signal<Initiative | null>
}

const NO_WORK: Workload = { count: 0, effort: 0 }

/** Reads the teams of a board into signals and keeps them; `start` follows the document and answers with the undo. */
export function createTeamView(board: BoardDocument, view: BoardSignals): TeamView & { start(): () => void } {
  const teams = atom('teams', listTeams(board), { isEqual: sameJson })
  const standingTeams = atom('standing teams', listStandingTeams(board), { isEqual: sameJson })
  const living = computed('living initiatives', () =>
    view.initiatives.get().flatMap((id) => view.initiative(id).get() ?? []),
  )
  const workloads = computed('workloads', () => workloadsOf(teams.get(), living.get()))
  const absentTeams = computed(
    'absent teams',
    () => {
      if (!view.instances.get().some(isTeamMap)) return []
      const standing = new Set(standingTeams.get().map(({ team }) => team.id))
      return listAbsentTeams(teams.get(), standing, living.get())
    },
    { isEqual: sameJson },
  )
  const finder = computed('team finder', () => teamFinder(teams.get()))
  const readStanding = (): void => void standingTeams.set(listStandingTeams(board))
  const onInitiatives = (events: readonly DeepEvent[]): void => {
    const { fields } = changedKeys(events)
    if (fields.has(null) || fields.has('deleted')) readStanding()
  }
  const readAll = (): void => {
    teams.set(listTeams(board))
    readStanding()
  }
  return {
    teams,
    standingTeams,
    absentTeams,
    team: perKey('team', (id) => teams.get().find((team) => team.id === id) ?? null),
    workload: perKey('workload', (id) => workloads.get().get(id) ?? NO_WORK),
    initiativesOf: perKey('initiatives of', (id) => {
      const ofTeam = living.get().filter((one) => finder.get()(one)?.id === id)
      return ofTeam.map((one) => one.id)
    }),
    teamOf: perKey('team of', (id) => {
      const initiative = view.initiative(id).get()
      return initiative ? finder.get()(initiative) : null
    }),
    start: () => {
      board.initiatives.observeDeep(onInitiatives)
      board.teams.observeDeep(readAll)
      board.placements.observe(readStanding)
      board.instances.observeDeep(readStanding)
      return () => {
        board.initiatives.unobserveDeep(onInitiatives)
        board.teams.unobserveDeep(readAll)
        board.placements.unobserve(readStanding)
        board.instances.unobserveDeep(readStanding)
      }
    },
  }
}

/** A signal for each key: a letter in the name of one team is no news to those who look at another. */
function perKey<Key extends string, Value>(
  name: string,
  read: (key: Key) => Value,
): (key: Key) => Signal<Value> {
  return onePerKey((key) => computed(`${name} ${key}`, () => read(key), { isEqual: sameJson }))
}
