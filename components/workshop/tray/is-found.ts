import type { Initiative } from '@/lib/board/layout'

/** Says whether every word of the search stands somewhere in what the card tells. */
export function isFound(initiative: Initiative | null, search: string): boolean {
  if (!initiative) return false
  const { title, team, owner, externalKey } = initiative
  const text = fold([title, team, owner, externalKey].filter(Boolean).join(' '))
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Without case and accents: people search "uber" for "Über". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
