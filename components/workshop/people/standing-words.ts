import type { PresenceUser } from '@/lib/sync/presence'
import { ROLE_WORDS } from '../role-words'

interface Standing {
  readonly away: boolean
  /** The others see the name, which nobody has said. */
  readonly nameless: boolean
}

/** Role and whether somebody is away; empty where the line says all of it already. */
export function standingWords(
  { name, role }: Pick<PresenceUser, 'name' | 'role'>,
  { away, nameless }: Standing,
): string {
  const roleName = ROLE_WORDS[role].name
  // Who has said no name is called by the role they began with; it would stand there twice.
  const isSaid = nameless && roleName === name
  return [!isSaid && roleName, away && 'away'].filter(Boolean).join(', ')
}
