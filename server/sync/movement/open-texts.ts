import { can } from '@/lib/access/roles'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardPerson } from '../board-person'
import type { PresenceState } from './presence-state'

/** What one page says, and whose it is. */
export interface Page {
  readonly state: PresenceState
  readonly source: { readonly person: BoardPerson }
}

/**
 * What a page may say beside these: that its person writes in something keeps everybody else out of it, so whoever may
 * not edit says no such thing, and nobody of more things than they may write in at a time.
 */
export function withinOpenTexts({ state, source: { person } }: Page, others: Iterable<Page>): PresenceState {
  if (!state.editing) return state
  let open = 0
  for (const other of others) if (writes(other) && other.source.person.personId === person.personId) open++
  const isWithin = can(person.role, 'edit') && open < LIMITS.TEXTS_PER_PERSON
  return isWithin ? state : { ...state, editing: null }
}

/** Whoever is away keeps nobody out. */
function writes({ state }: Page): boolean {
  return Boolean(state.editing) && state.idle !== true
}
