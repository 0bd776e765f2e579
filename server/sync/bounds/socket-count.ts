import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import type { Connection } from '../connection'
import { findSpare } from './find-spare'
import type { MostLive } from './most-live'

type MostSockets = Pick<MostLive, 'sockets' | 'ofPerson'>
type OpenSocket = Pick<Connection, 'person' | 'end'>

/** What one person has. */
interface Held {
  /** Sockets that wait for their board to be loaded. */
  waiting: number
  /** The newest last. */
  readonly open: Set<OpenSocket>
}

/** The sockets of this process, also those that wait for their board to be loaded. */
export class SocketCount {
  readonly #most: MostSockets
  readonly #people = new Map<PersonId, Held>()
  #all = 0
  /** Those of them that a board has taken in. */
  #open = 0

  constructor(most: MostSockets) {
    this.#most = most
  }

  /** Whether one more of this person is too many, for them or for the process. */
  isFullFor(personId: PersonId): boolean {
    const has = this.#countOf(personId)
    return has >= this.#most.ofPerson || (this.#all >= this.#most.sockets && !this.#findSpare(has + 1))
  }

  /** Counts a socket that waits for its board as long as this runs. Throws `overloaded` where it is too many. */
  async whileWaiting<Value>(personId: PersonId, run: () => Promise<Value>): Promise<Value> {
    if (this.isFullFor(personId))
      throw new AppError('overloaded', 'this person, or this process, has as many sockets as it may')
    this.#change(personId, 1, (held) => held.waiting++)
    try {
      return await run()
    } finally {
      this.#change(personId, -1, (held) => held.waiting--)
    }
  }

  /**
   * Says whether a board may take in the waiting socket of this person, as nothing else speaks against it. Where the
   * process is full and somebody has far more than they, the newest of those is ended for it.
   */
  makeWayFor(personId: PersonId): boolean {
    if (this.#open < this.#most.sockets) return true
    const spare = this.#findSpare(this.#countOf(personId))
    spare?.end('overloaded')
    return spare !== undefined
  }

  /** A board took a socket in, or one left it. */
  count(socket: OpenSocket, by: 1 | -1): void {
    this.#open += by
    this.#change(socket.person.personId, by, ({ open }) =>
      by === 1 ? open.add(socket) : open.delete(socket),
    )
  }

  #findSpare(many: number): OpenSocket | undefined {
    return findSpare(
      Array.from(this.#people.values(), ({ open }) => open),
      many,
    )
  }

  #countOf(personId: PersonId): number {
    const held = this.#people.get(personId)
    return held ? held.waiting + held.open.size : 0
  }

  #change(personId: PersonId, by: 1 | -1, change: (held: Held) => void): void {
    const held = this.#people.get(personId) ?? { waiting: 0, open: new Set() }
    this.#people.set(personId, held)
    change(held)
    this.#all += by
    if (this.#countOf(personId) === 0) this.#people.delete(personId)
  }
}
