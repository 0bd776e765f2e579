import { createId, type BoardId, type PersonId, type RandomBytes } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { Counts } from '../counts'

interface Ticket {
  readonly boardId: BoardId
  readonly personId: PersonId
  readonly network: string
  readonly expiresAt: number
}

/** For whom a ticket is, and the network it was asked for from. */
type Wanted = Pick<Ticket, 'boardId' | 'personId' | 'network'>

/** Single-use passes for sockets of clients that carry no cookie. Kept in memory: a restart voids them. */
export interface Tickets {
  /** Makes room for it, where there is none, by voiding the oldest of whoever has most. */
  issue(wanted: Wanted): { ticket: string; expiresAt: number }
  /** Takes a ticket for this board; null where it is unknown, used, expired or for another board. */
  redeem(ticket: string, boardId: BoardId): PersonId | null
}

/** Makes the ticket office. `now` is in Unix milliseconds. */
export function createTickets(now: () => number, random: RandomBytes): Tickets {
  const open = new Map<string, Ticket>()
  const ofPeople = new Shares<PersonId>()
  const inNetworks = new Shares<string>()
  const put = (id: string, ticket: Ticket): void => {
    open.set(id, ticket)
    ofPeople.put(ticket.personId, id)
    inNetworks.put(ticket.network, id)
  }
  const take = (id: string | undefined): Ticket | undefined => {
    const found = id === undefined ? undefined : open.get(id)
    if (id === undefined || !found) return undefined
    open.delete(id)
    ofPeople.take(found.personId, id)
    inNetworks.take(found.network, id)
    return found
  }
  const dropExpired = (): void => {
    for (const [id, ticket] of open) {
      if (ticket.expiresAt > now()) return
      take(id)
    }
  }
  /** One of whoever has most; where nobody has many, one of the network with most. */
  const findSpare = (): string | undefined =>
    ofPeople.most > LIMITS.TICKETS_KEPT_OF_PERSON ? ofPeople.oldestOfFullest() : inNetworks.oldestOfFullest()
  return {
    issue(wanted) {
      dropExpired()
      const ticket = createId(random)
      const expiresAt = now() + LIMITS.TICKET_LIFE_MS
      put(ticket, { ...wanted, expiresAt })
      if (ofPeople.count(wanted.personId) > LIMITS.TICKETS_PER_PERSON) take(ofPeople.oldest(wanted.personId))
      if (open.size > LIMITS.TICKETS_IN_ALL) take(findSpare())
      return { ticket, expiresAt }
    },
    redeem(ticket, boardId) {
      const found = take(ticket)
      if (!found || found.boardId !== boardId || found.expiresAt <= now()) return null
      return found.personId
    },
  }
}

/** Who holds which tickets, the oldest first. */
class Shares<Holder> {
  readonly #held = new Map<Holder, Set<string>>()
  readonly #counts = new Counts<Holder>()

  get most(): number {
    return this.#counts.most
  }

  count(holder: Holder): number {
    return this.#counts.of(holder)
  }

  oldest(holder: Holder): string | undefined {
    const [oldest] = this.#held.get(holder) ?? []
    return oldest
  }

  oldestOfFullest(): string | undefined {
    const { fullest } = this.#counts
    return fullest === undefined ? undefined : this.oldest(fullest)
  }

  put(holder: Holder, ticket: string): void {
    this.#held.set(holder, (this.#held.get(holder) ?? new Set()).add(ticket))
    this.#counts.add(holder)
  }

  take(holder: Holder, ticket: string): void {
    const held = this.#held.get(holder)
    if (!held?.delete(ticket)) return
    if (held.size === 0) this.#held.delete(holder)
    this.#counts.remove(holder)
  }
}
