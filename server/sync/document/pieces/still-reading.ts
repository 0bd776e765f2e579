import type { ReadTurns } from '../../bounds/read-turns'
import type { Clock } from '../../clock'
import type { LiveDocument } from '../live-document'

/** Others wait for their turn meanwhile. */
const REST_AT_MOST_MS = 1_000

interface StillReadingOptions {
  readonly document: Pick<LiveDocument, 'isAtRest' | 'isFailing' | 'whenAtRest' | 'stillness'>
  readonly turns: ReadTurns
  readonly clock: Clock
}

/**
 * Reads a large document in pieces, as it is on disk: between them everything else has its turn, and only this document
 * stays as it is.
 */
export class StillReading {
  readonly #options: StillReadingOptions
  #isStopped = false

  constructor(options: StillReadingOptions) {
    this.#options = options
  }

  /** Answers with what the steps do; null where the document does not come to rest, or is let go of before they end. */
  run<Value>(steps: () => Generator<void, Value>): Promise<Value | null> {
    const { document, turns } = this.#options
    return turns.inTurn(async (pace) => {
      if (!document.isAtRest) await this.#waitForRest()
      if (!document.isAtRest || this.#isStopped) return null
      return document.stillness.keep(() => pace.run(this.#whileWanted(steps())))
    })
  }

  /** Reads no further. */
  stop(): void {
    this.#isStopped = true
  }

  #waitForRest(): Promise<void> {
    const { document, clock } = this.#options
    if (document.isFailing) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel = clock.after(REST_AT_MOST_MS, resolve)
      document.whenAtRest(() => {
        cancel()
        resolve()
      })
    })
  }

  *#whileWanted<Value>(steps: Generator<void, Value>): Generator<void, Value | null> {
    while (!this.#isStopped) {
      const step = steps.next()
      if (step.done) return step.value
      yield
    }
    return null
  }
}
