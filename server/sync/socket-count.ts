import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import type { MostLive } from './most-live'

type MostSockets = Pick<MostLive, 'sockets' | 'ofPerson'>

/** The sockets of this process, also those that wait for their board to be loaded. */
export class SocketCount {
  readonly #most: MostSockets
  readonly #people = new Map<PersonId, number>()
  #all = 0

  constructor(most: MostSockets) {
    this.#most = most
  }

  /** Whether one more of this person is too many, for them or for the process. */
  isFullFor(personId: PersonId): boolean {
    return this.#all >= this.#most.sockets || (this.#people.get(personId) ?? 0) >= this.#most.ofPerson
  }

  /** Counts a socket that waits for its board as long as this runs. Throws `overloaded` where it is too many. */
  async whileWaiting<Value>(personId: PersonId, run: () => Promise<Value>): Promise<Value> {
    if (this.isFullFor(personId))
      throw new AppError('overloaded', 'this person, or this process, has as many sockets as it may')
    this.add(personId, 1)
    try {
      return await run()
    } finally {
      this.add(personId, -1)
    }
  }

  /** A board took a socket in, or one left it. */
  add(personId: PersonId, by: 1 | -1): void {
    this.#all += by
    const ofPerson = (this.#people.get(personId) ?? 0) + by
    if (ofPerson === 0) this.#people.delete(personId)
    else this.#people.set(personId, ofPerson)
  }
}
