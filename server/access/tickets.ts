import { createId, type BoardId, type PersonId, type RandomBytes } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'

interface Ticket {
  readonly boardId: BoardId
  readonly personId: PersonId
  readonly expiresAt: number
}

/** Single-use passes for sockets of clients that carry no cookie. Kept in memory: a restart voids them. */
export interface Tickets {
  issue(boardId: BoardId, personId: PersonId): { ticket: string; expiresAt: number }
  /** Takes a ticket for this board; null where it is unknown, used, expired or for another board. */
  redeem(ticket: string, boardId: BoardId): PersonId | null
}

/** Makes the ticket office. `now` is in Unix milliseconds. */
export function createTickets(now: () => number, random: RandomBytes): Tickets {
  const open = new Map<string, Ticket>()
  const ofPeople = new Map<PersonId, Set<string>>()
  const take = (id: string): Ticket | undefined => {
    const found = open.get(id)
    if (!found) return undefined
    open.delete(id)
    const own = ofPeople.get(found.personId)
    own?.delete(id)
    if (own?.size === 0) ofPeople.delete(found.personId)
    return found
  }
  const dropExpired = (): void => {
    for (const [id, ticket] of open) {
      if (ticket.expiresAt > now() && open.size < LIMITS.TICKETS_IN_ALL) return
      take(id)
    }
  }
  const dropOldestOf = (personId: PersonId): void => {
    const own = [...(ofPeople.get(personId) ?? [])]
    for (const id of own.slice(0, Math.max(0, own.length + 1 - LIMITS.TICKETS_PER_PERSON))) take(id)
  }
  return {
    issue(boardId, personId) {
      dropExpired()
      dropOldestOf(personId)
      const ticket = createId(random)
      const expiresAt = now() + LIMITS.TICKET_LIFE_MS
      open.set(ticket, { boardId, personId, expiresAt })
      ofPeople.set(personId, (ofPeople.get(personId) ?? new Set()).add(ticket))
      return { ticket, expiresAt }
    },
    redeem(ticket, boardId) {
      const found = take(ticket)
      if (!found || found.boardId !== boardId || found.expiresAt <= now()) return null
      return found.personId
    },
  }
}
