import type { Editor } from 'tldraw'
import { comparableName } from '@/lib/teams/team-name'
import { clientOf } from '../session/store-client'

/** Says whether another team of the board is called as this one; called inside a reactive scope it follows every name. */
export function hasNamesake(editor: Editor, teamId: string): boolean {
  const teams = clientOf(editor).view.teams.get()
  const own = comparableName(teams.find(({ id }) => (id as string) === teamId)?.name ?? '')
  return own !== '' && teams.some(({ id, name }) => (id as string) !== teamId && comparableName(name) === own)
}
