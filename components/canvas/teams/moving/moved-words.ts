import { count } from '@/lib/text/count'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { comparableName, saidTeam } from '@/lib/teams/team-name'
import type { MovedInitiative } from './moved-initiatives'

/** Says of initiatives that they have another team from now on; null of none. */
export function movedWords(moved: readonly MovedInitiative[]): string | null {
  const [first] = moved
  if (!first) return null
  const who = `${moved.length === 1 ? `“${titleLabel(first.title)}”` : count(moved.length, 'card')} moved`
  if (moved.some(({ to }) => to !== first.to)) return `${who} to other teams.`
  if (moved.some(({ from }) => from !== first.from))
    return `${who} from other teams to ${saidTeam(first.to)}.`
  const isNamesake = comparableName(first.from) === comparableName(first.to)
  return `${who} from ${saidTeam(first.from)} to ${isNamesake ? 'another ' : ''}${saidTeam(first.to)}.`
}
