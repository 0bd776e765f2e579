import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import type { Connection } from '../connection'
import { BEAT_MS } from './crowd'

const { UNFINISHED_BYTES_IN_ALL, UNFINISHED_BYTES_PER_PERSON } = LIMITS

type Sender = Pick<Connection, 'person' | 'unfinishedBytes' | 'end'>

/** What one person has of it, the newest socket last. */
interface Holding {
  bytes: number
  readonly senders: Sender[]
}

/** Bounds what has come and is kept until more is done, on all boards of this process together. */
export class UnfinishedWatch {
  readonly #clock: Clock
  /** In the order in which they were let in. */
  readonly #senders = new Set<Sender>()
  #lookedAt = -Infinity

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A board took this socket in, or it left. */
  count(sender: Sender, by: 1 | -1): void {
    if (by === 1) this.#senders.add(sender)
    else this.#senders.delete(sender)
  }

  /** Ends the newest sockets of whoever has too much; to be called with every beat of every board, which counts once. */
  look(): void {
    const now = this.#clock.now()
    // A clock set back would keep it from looking.
    if (Math.abs(now - this.#lookedAt) < BEAT_MS) return
    this.#lookedAt = now
    const holdings = this.#gather()
    let inAll = holdings.reduce((sum, { bytes }) => sum + bytes, 0)
    // From the top: nobody who has less than an equal share loses anything.
    while (inAll > UNFINISHED_BYTES_IN_ALL)
      inAll -= endNewest(holdings.reduce((most, one) => (one.bytes > most.bytes ? one : most)))
  }

  /** What each person has. Nobody honest sends several of the largest messages at once: what is beyond that ends. */
  #gather(): Holding[] {
    const people = new Map<PersonId, Holding>()
    for (const sender of [...this.#senders]) {
      const bytes = sender.unfinishedBytes
      if (bytes === 0) continue
      const { personId } = sender.person
      const holding = people.get(personId) ?? { bytes: 0, senders: [] }
      people.set(personId, holding)
      holding.bytes += bytes
      holding.senders.push(sender)
      if (holding.bytes > UNFINISHED_BYTES_PER_PERSON) endNewest(holding)
    }
    return [...people.values()]
  }
}

/** Answers with how many bytes that was. */
function endNewest(holding: Holding): number {
  const newest = holding.senders.pop()
  const bytes = newest?.unfinishedBytes ?? 0
  holding.bytes -= bytes
  newest?.end('overloaded')
  return bytes
}
