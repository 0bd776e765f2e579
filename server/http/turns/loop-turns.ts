import { AskerRobin } from './queue/asker-robin'

/**
 * Begins only so much in one turn of the event loop, in turns as `AskerRobin` gives them: Node begins all that has
 * come on all lines at once, and until that is done no board moves.
 */
export class LoopTurns {
  readonly #atOnce: number
  readonly #waiting = new AskerRobin<() => void>()
  #begun = 0

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Runs this now or in one of the next turns. It must not throw. */
  run(network: string, work: () => void): void {
    this.#waiting.add({ network, person: '' }, work)
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
