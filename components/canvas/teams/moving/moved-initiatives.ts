import { parsePlacementKey, teamOfTarget, type BoardDocument, type Team } from '@/lib/board/layout'
import { readInitiative, readTeam } from '@/lib/board/read'
import type { Step, StepChange } from '@/lib/board/step'
import type { InitiativeId } from '@/lib/ids'
import { comparableName } from '@/lib/teams/team-name'

/** An initiative that was put on a team and was another one's before, and what both are called. */
export interface MovedInitiative {
  readonly title: string
  readonly from: string
  readonly to: string
}

type Unit = Extract<StepChange, { kind: 'unit' }>

/** Those that a step put on a team in place of another one, which a map shows or only their list names. */
export function movedInitiatives(board: BoardDocument, step: Step): readonly MovedInitiative[] {
  const placed = step.flatMap((change) => {
    const isOnTeam = change.kind === 'placement' && teamOfTarget(change.after?.target ?? '')
    const id = isOnTeam && parsePlacementKey(change.key)?.initiativeId
    return id ? [id] : []
  })
  return [...new Set(placed)].flatMap((id) => movedFrom(board, step, id) ?? [])
}

function movedFrom(board: BoardDocument, step: Step, id: InitiativeId): MovedInitiative | null {
  const own = step.filter((change) => 'id' in change && change.id === id)
  const given = unitIn(own, 'teamId')
  const initiative = readInitiative(board, id)
  const to = initiative?.teamId && readTeam(board, initiative.teamId)
  // One that was just made is nobody's before.
  if (!given || !to || own.some(({ kind }) => kind === 'entity')) return null
  const from = nameBefore(board, given, unitIn(own, 'team') ?? { before: namedBy(board, id) })
  const isSame = given.before === to.id || (!from.isOnBoard && isCalled(to, from.name))
  return isSame ? null : { title: initiative.title, from: from.name, to: to.name }
}

/** What its team was called: the one it was given to, else the one its list names. */
function nameBefore(
  board: BoardDocument,
  given: Pick<Unit, 'before'>,
  named: { readonly before: unknown },
): { readonly name: string; readonly isOnBoard: boolean } {
  const known = readTeam(board, given.before)
  return known && !known.deleted
    ? { name: known.name, isOnBoard: true }
    : { name: textOf(named.before), isOnBoard: false }
}

/** Where none was named, none is replaced. */
function isCalled(team: Team, name: string): boolean {
  return name === '' || comparableName(name) === comparableName(team.name)
}

function unitIn(changes: Step, name: string): Unit | undefined {
  return changes.find((change): change is Unit => change.kind === 'unit' && change.unit === name)
}

function namedBy(board: BoardDocument, id: InitiativeId): unknown {
  return board.initiatives.get(id)?.get('team')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
