import { createHash } from 'node:crypto'
import { ROLES, type Role } from '@/lib/access/roles'
import type { BoardId } from '@/lib/ids'
import type { StoredLink } from '../storage/board-storage'
import type { ServerKey } from './server-key'

/** The path of each role's link. */
export type LinkPaths = Record<Role, string>

// A secret is derived from the server's key, so that a facilitator can be shown it again, while the database
// holds only its hash: a stolen database opens no board. Creating the link anew changes `createdAt`, and so the secret.

/** The secret of a link: 43 characters carrying 256 bits nobody without the server's key can guess. */
function linkSecret(key: ServerKey, link: Pick<StoredLink, 'boardId' | 'role' | 'createdAt'>): string {
  return key.sign('link', `${link.boardId}/${link.role}/${link.createdAt}`)
}

/** What is stored of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Makes the link that takes this one's place: of the same role, with another secret and no end. */
export function replaceLink(
  key: ServerKey,
  { boardId, role, createdAt }: StoredLink,
  now: number,
): StoredLink {
  // Two links of one role and time would have one secret.
  return createLink(key, { boardId, role, createdAt: Math.max(now, createdAt + 1) })
}

function createLink(key: ServerKey, link: Pick<StoredLink, 'boardId' | 'role' | 'createdAt'>): StoredLink {
  return { ...link, secretHash: hashSecret(linkSecret(key, link)) }
}

/** Makes the three links of a board. */
export function createLinks(key: ServerKey, boardId: BoardId, now: number): StoredLink[] {
  return ROLES.map((role) => createLink(key, { boardId, role, createdAt: now }))
}

/** The paths people are sent, one for each link given. */
export function toLinkPaths(key: ServerKey, links: readonly StoredLink[]): LinkPaths {
  const paths = links.map((link) => [link.role, `/join/${linkSecret(key, link)}`])
  return Object.fromEntries(paths) as LinkPaths
}
