import { count } from '@/lib/count'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { comparableName } from '@/lib/teams/team-name'
import { withoutTurns } from '@/lib/visible-line'
import type { MovedInitiative } from './moved-initiatives'

/** Says of initiatives that they have another team from now on; null of none. */
export function movedWords(moved: readonly MovedInitiative[]): string | null {
  const [first] = moved
  if (!first) return null
  const who = `${moved.length === 1 ? `“${titleLabel(first.title)}”` : count(moved.length, 'card')} moved`
  if (moved.some(({ to }) => to !== first.to)) return `${who} to other teams.`
  if (moved.some(({ from }) => from !== first.from)) return `${who} from other teams to ${said(first.to)}.`
  const isNamesake = comparableName(first.from) === comparableName(first.to)
  return `${who} from ${said(first.from)} to ${isNamesake ? 'another ' : ''}${said(first.to)}.`
}

function said(name: string): string {
  return withoutTurns(name) || 'a team without a name'
}
