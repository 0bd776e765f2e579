import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createTickets, type Tickets } from '@/server/access/tickets'

const BOARD = 'board' as BoardId
const { TICKETS_IN_ALL, TICKETS_PER_PERSON, TICKET_LIFE_MS } = LIMITS

interface Office {
  readonly tickets: Tickets
  wait(ms: number): void
  /** So many tickets of one person, the oldest first. */
  take(name: string, network: string, many?: number): string[]
  /** Whose tickets these still are. */
  use(taken: readonly string[]): (PersonId | null)[]
}

function openOffice(): Office {
  let nowMs = 0
  const tickets = createTickets(
    () => nowMs,
    (lengthBytes) => randomBytes(lengthBytes),
  )
  return {
    tickets,
    wait: (ms) => void (nowMs += ms),
    take: (name, network, many = 1) =>
      Array.from(
        { length: many },
        () => tickets.issue({ boardId: BOARD, personId: name as PersonId, network }).ticket,
      ),
    use: (taken) => taken.map((ticket) => tickets.redeem(ticket, BOARD)),
  }
}

describe('a ticket', () => {
  it('is used once, by its board, within a minute', () => {
    const { tickets, take, use, wait } = openOffice()
    const [once = '', elsewhere = '', late = ''] = take('ada', 'home', 3)
    expect(use([once, once, 'unknown'])).toEqual(['ada', null, null])
    expect(tickets.redeem(elsewhere, 'other' as BoardId)).toBeNull()
    wait(TICKET_LIFE_MS - 1)
    const [later = ''] = take('ada', 'home')
    wait(1)
    expect(use([late, later])).toEqual([null, 'ada'])
  })

  it('is void once its person has taken many more, and nobody else’s is', () => {
    const { take, use } = openOffice()
    const ada = take('ada', 'home')
    const taken = take('mal', 'home', TICKETS_IN_ALL + 1)
    const isUsed = use(taken).map((personId) => personId !== null)
    expect(isUsed.filter(Boolean)).toHaveLength(TICKETS_PER_PERSON)
    expect(isUsed.slice(-TICKETS_PER_PERSON)).not.toContain(false)
    expect(use(ada)).toEqual(['ada'])
  })
})

describe('a full office', () => {
  /** People with as many tickets each as one may have. */
  const crowd = ({ take }: Office, people: number): string[] =>
    Array.from({ length: people }, (_, at) => take(`mal ${at}`, 'far', TICKETS_PER_PERSON)).flat()

  it('voids the oldest of somebody with most, and keeps what others have', () => {
    const office = openOffice()
    const ada = office.take('ada', 'home', 3)
    const theirs = crowd(office, TICKETS_IN_ALL / TICKETS_PER_PERSON)
    const ben = office.take('ben', 'far')
    expect(office.use([...ada, ...ben])).toEqual(['ada', 'ada', 'ada', 'ben'])
    expect(office.use(theirs).filter((personId) => personId !== null)).toHaveLength(TICKETS_IN_ALL - 4)
  })

  it('voids those of the network with most where everybody has few, however many come from there', () => {
    const office = openOffice()
    const ada = office.take('ada', 'home', 2)
    const theirs = Array.from({ length: TICKETS_IN_ALL }, (_, at) => office.take(`mal ${at}`, 'far')).flat()
    const ben = office.take('ben', 'home')
    expect(office.use([...ada, ...ben])).toEqual(['ada', 'ada', 'ben'])
    expect(office.use(theirs.slice(0, 3))).toEqual([null, null, null])
    expect(office.use(theirs.slice(3)).filter((personId) => personId === null)).toEqual([])
  })

  it('forgets what expired before it voids anything', () => {
    const office = openOffice()
    for (let at = 0; at < TICKETS_IN_ALL; at++) office.take(`one of ${at}`, 'far')
    office.wait(TICKET_LIFE_MS)
    const kept = office.take('ada', 'home', TICKETS_PER_PERSON)
    expect(office.use(kept)).not.toContain(null)
  })
})
