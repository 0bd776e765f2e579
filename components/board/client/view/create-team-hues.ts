import { atom, type Signal } from '@tldraw/state'
import type { BoardDocument } from '@/lib/board/layout'
import { readTeamHues } from '@/lib/board/hues/read-team-hues'
import { sameJson } from '@/lib/board/units'
import type { TeamHues } from '@/lib/teams/team-hues'
import { changedKeys, type DeepEvent } from '../../store/changed-keys'

/** What may give the board a team that it had not, or take one away: words in a title do not. */
const NAMING = ['deleted', 'team', 'teamId', 'teamHue', 'name', 'hue', null]
const SAME_HUES = { isEqual: (one: TeamHues, other: TeamHues) => sameJson([...one], [...other]) }

/** The hues of a board's teams as one signal; `start` follows the document and answers with the undo. */
export function createTeamHues(board: BoardDocument): {
  readonly teamHues: Signal<TeamHues>
  start(): () => void
} {
  const teamHues = atom('team hues', readTeamHues(board), SAME_HUES)
  const onChanges = (events: readonly DeepEvent[]): void => {
    const { fields } = changedKeys(events)
    if (NAMING.some((field) => fields.has(field))) teamHues.set(readTeamHues(board))
  }
  return {
    teamHues,
    start: () => {
      board.initiatives.observeDeep(onChanges)
      board.teams.observeDeep(onChanges)
      return () => {
        board.initiatives.unobserveDeep(onChanges)
        board.teams.unobserveDeep(onChanges)
      }
    },
  }
}
