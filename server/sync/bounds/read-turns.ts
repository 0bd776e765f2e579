import type { Clock } from '../clock'
import { Pace } from '../pace'

/** Reads large boards that are open one after the other: many at once would each make all others wait as long. */
export class ReadTurns {
  readonly #clock: Clock
  #last: Promise<unknown> = Promise.resolve()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Does this when it is its turn, and settles as it does. */
  inTurn<Value>(work: (pace: Pace) => Promise<Value>): Promise<Value> {
    const done = this.#last.then(() => work(new Pace(this.#clock)))
    this.#last = done.catch(() => undefined)
    return done
  }
}
