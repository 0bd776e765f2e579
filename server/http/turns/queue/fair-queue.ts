import { AsyncResource } from 'node:async_hooks'
import { AppError } from '@/lib/errors'
import { RoundRobin } from './round-robin'

export interface FairQueueOptions {
  /** How many works run at the same time. */
  readonly atOnce: number
  /** How many may wait under one key. */
  readonly waitingAtMost: number
  /** How many may wait in all. */
  readonly waitingInAll?: number
}

/** What waits, and leaves in turns. */
export interface Waiting<Key, Item> {
  readonly size: number
  count(key: Key): number
  add(key: Key, item: Item): void
  take(): Item | undefined
  /** Takes out the newest of whoever has most. */
  takeFromFullest(): Item | undefined
}

/** Says how long a turn lasts whose work ends then: longer, where others are to rest from it, or shorter. */
export type Lasting = (ended: Promise<void>) => Promise<unknown>

interface Work {
  begin(): Promise<unknown>
  refuse(): void
}

/** Runs few works at a time and takes turns between the keys: whoever asks for many keeps nobody else waiting. */
export class FairQueue<Key> {
  readonly #options: FairQueueOptions
  readonly #waiting: Waiting<Key, Work>
  #running = 0

  constructor(options: FairQueueOptions, waiting: Waiting<Key, Work> = new RoundRobin<Key, Work>()) {
    this.#options = options
    this.#waiting = waiting
  }

  /**
   * Answers as the work does, later. Refuses with `overloaded` where too much waits under this key, and the newest of
   * whoever has most waiting where there is too much in all. The next has its turn when `lasting` resolves, which is
   * handed the end of the work, however it ends.
   */
  run<Answer>(key: Key, work: () => Promise<Answer>, lasting: Lasting = (ended) => ended): Promise<Answer> {
    const { waitingAtMost, waitingInAll = Infinity } = this.#options
    if (this.#waiting.count(key) >= waitingAtMost) return Promise.reject(tooMuch())
    return new Promise((resolve, reject) => {
      // One that throws before it promises anything fails like the others, and ends its turn.
      const promised = async (): Promise<Answer> => work()
      // Whoever ends begins the next, which is not done in their name.
      const begin = AsyncResource.bind(() => {
        const ended = promised().then(resolve, reject)
        return lasting(ended)
      })
      this.#waiting.add(key, { begin, refuse: () => reject(tooMuch()) })
      this.#goOn()
      if (this.#waiting.size > waitingInAll) this.#waiting.takeFromFullest()?.refuse()
    })
  }

  #goOn(): void {
    while (this.#running < this.#options.atOnce) {
      const work = this.#waiting.take()
      if (!work) return
      this.#running++
      void work.begin().then(
        () => this.#end(),
        () => this.#end(),
      )
    }
  }

  #end(): void {
    this.#running--
    this.#goOn()
  }
}

function tooMuch(): AppError {
  return new AppError('overloaded', 'too much of one kind is asked for at once')
}
