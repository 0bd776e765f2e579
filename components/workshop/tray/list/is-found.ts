import type { Initiative } from '@/lib/board/layout'
import { foldText } from '@/lib/moving/fold-text'

/** Says whether every word of the search stands somewhere in what the card tells. */
export function isFound(initiative: Initiative | null, search: string): boolean {
  if (!initiative) return false
  const { title, team, owner, externalKey } = initiative
  const text = foldText([title, team, owner, externalKey].filter(Boolean).join(' '))
  return foldText(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
