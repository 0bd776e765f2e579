/** The roles a link can grant, weakest first. */
export const ROLES = ['viewer', 'participant', 'facilitator'] as const
export type Role = (typeof ROLES)[number]

/** What a person may want to do with a board. */
export type BoardAction =
  | 'read'
  | 'be-present'
  | 'edit'
  | 'use-all-tools'
  | 'edit-template'
  | 'share'
  | 'import'
  | 'manage'
  | 'restore'

const LEAST_ROLE: Record<BoardAction, Role> = {
  read: 'viewer',
  'be-present': 'viewer',
  edit: 'participant',
  import: 'participant',
  'use-all-tools': 'facilitator',
  'edit-template': 'facilitator',
  share: 'facilitator',
  // Rename, duplicate, delete.
  manage: 'facilitator',
  // The one thing that may be done with a deleted board.
  restore: 'facilitator',
}

/** Says whether this role may do this; the one rule that HTTP, sockets, pages and the editor all ask. */
export function can(role: Role, action: BoardAction): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[action])
}

/** The stronger of two roles: a person keeps the highest role their links granted. */
export function higherRole(one: Role, other: Role): Role {
  return ROLES.indexOf(one) >= ROLES.indexOf(other) ? one : other
}

/** Says whether this role may do less than the other. */
export function isWeakerRole(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(than)
}
