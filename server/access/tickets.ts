import { createId, type BoardId, type PersonId, type RandomBytes } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'

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
  const ofPeople = new Map<PersonId, Set<string>>()
  const inNetworks = new Map<string, number>()
  const countIn = (network: string, more: number): void => {
    const count = (inNetworks.get(network) ?? 0) + more
    if (count > 0) inNetworks.set(network, count)
    else inNetworks.delete(network)
  }
  const put = (id: string, ticket: Ticket): void => {
    open.set(id, ticket)
    ofPeople.set(ticket.personId, (ofPeople.get(ticket.personId) ?? new Set()).add(id))
    countIn(ticket.network, 1)
  }
  const take = (id: string): Ticket | undefined => {
    const found = open.get(id)
    if (!found) return undefined
    open.delete(id)
    const own = ofPeople.get(found.personId)
    own?.delete(id)
    if (own?.size === 0) ofPeople.delete(found.personId)
    countIn(found.network, -1)
    return found
  }
  const dropExpired = (): void => {
    for (const [id, ticket] of open) {
      if (ticket.expiresAt > now()) return
      take(id)
    }
  }
  const countNear = (id: string): number => inNetworks.get(open.get(id)?.network ?? '') ?? 0
  return {
    issue(wanted) {
      dropExpired()
      const ticket = createId(random)
      const expiresAt = now() + LIMITS.TICKET_LIFE_MS
      put(ticket, { ...wanted, expiresAt })
      const own = ofPeople.get(wanted.personId) ?? new Set()
      const [oldest] = own
      if (oldest !== undefined && own.size > LIMITS.TICKETS_PER_PERSON) take(oldest)
      const spare = open.size > LIMITS.TICKETS_IN_ALL ? findSpare(ofPeople.values(), countNear) : undefined
      if (spare !== undefined) take(spare)
      return { ticket, expiresAt }
    },
    redeem(ticket, boardId) {
      const found = take(ticket)
      if (!found || found.boardId !== boardId || found.expiresAt <= now()) return null
      return found.personId
    },
  }
}

/** The oldest of whoever has most; of those with few, or as many, of somebody near whom there are most. */
function findSpare(
  people: Iterable<ReadonlySet<string>>,
  countNear: (id: string) => number,
): string | undefined {
  let spare: string | undefined
  let most = { many: 0, near: 0 }
  for (const own of people) {
    const many = Math.max(own.size, LIMITS.TICKETS_KEPT_OF_PERSON)
    if (many < most.many) continue
    const [oldest = ''] = own
    const near = countNear(oldest)
    if (many === most.many && near <= most.near) continue
    spare = oldest
    most = { many, near }
  }
  return spare
}
