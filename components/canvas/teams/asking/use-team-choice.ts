import { useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { Team } from '@/lib/board/layout'
import type { AskedTeams } from '../../../board/client/commands/team-commands'
import type { TeamView } from '../../../board/client/view/create-team-view'
import { listFor, type ListName } from './list-for'

/** The two teams of a question as far as they are chosen; an empty text where none is. */
export interface TeamChoice {
  readonly teams: readonly Team[]
  readonly from: string
  readonly to: string
  choose(list: ListName, id: string): void
  /** A team was pressed on the map. */
  press(id: string): void
}

export function useTeamChoice(question: AskedTeams, view: Pick<TeamView, 'standingTeams'>): TeamChoice {
  const standing = useValue(
    'teams of the map',
    () => view.standingTeams.get().filter(({ instance }) => instance.id === question.instanceId),
    [view, question],
  )
  const teams = standing.map(({ team }) => team)
  // Of two teams it can only be these two; of more, one that nothing speaks for would be joined by mistake.
  const onlyTwo = teams.length === 2 ? teams.map(({ id }) => id) : []
  const [chosenFrom, setFrom] = useState<string>(question.likely[0] ?? onlyTwo[0] ?? '')
  const [chosenTo, setTo] = useState<string>(
    question.likely[1] ?? onlyTwo.find((id) => id !== chosenFrom) ?? '',
  )
  // Somebody may take a team off the map meanwhile.
  const onMap = (id: string): string => (teams.some((team) => team.id === id) ? id : '')
  const [from, to] = [onMap(chosenFrom), onMap(chosenTo)]
  const last = useRef<ListName | null>(null)
  const choose = (list: ListName, id: string): void => {
    last.current = list
    if (list === 'from') setFrom(id)
    else setTo(id)
  }
  const press = (id: string): void => {
    const list = listFor({ from, to }, id, last.current)
    if (list) choose(list, id)
  }
  return { teams, from, to, choose, press }
}
