import { RoundRobin } from './round-robin'

/**
 * Begins only so much in one turn of the event loop, in turns between the keys: Node begins all that has come on all
 * lines at once, and until that is done no board moves.
 */
export class LoopTurns<Key> {
  readonly #atOnce: number
  readonly #waiting = new RoundRobin<Key, () => void>()
  #begun = 0

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Runs this now or in one of the next turns. It must not throw. */
  run(key: Key, work: () => void): void {
    this.#waiting.add(key, work)
    if (this.#begun === 0) setImmediate(() => this.#next())
    this.#goOn()
  }

  #next(): void {
    this.#begun = 0
    if (this.#waiting.size === 0) return
    setImmediate(() => this.#next())
    this.#goOn()
  }

  #goOn(): void {
    while (this.#begun < this.#atOnce) {
      const work = this.#waiting.take()
      if (!work) return
      this.#begun++
      work()
    }
  }
}
