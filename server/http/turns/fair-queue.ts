import { AsyncResource } from 'node:async_hooks'
import { AppError } from '@/lib/errors'
import { RoundRobin } from '../round-robin'

interface FairQueueOptions {
  /** How many works run at the same time. */
  readonly atOnce: number
  /** How many may wait under one key. */
  readonly waitingAtMost: number
}

/** Runs few works at a time and takes turns between the keys: whoever asks for many keeps nobody else waiting. */
export class FairQueue<Key> {
  readonly #options: FairQueueOptions
  readonly #waiting = new RoundRobin<Key, () => Promise<void>>()
  #running = 0

  constructor(options: FairQueueOptions) {
    this.#options = options
  }

  /** Answers as the work does, later. Refuses with `overloaded` where too much waits under this key. */
  run<Answer>(key: Key, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#waiting.count(key) >= this.#options.waitingAtMost)
      return Promise.reject(new AppError('overloaded', 'too much of one kind is asked for at once'))
    return new Promise((resolve, reject) => {
      // Whoever ends begins the next, which is not done in their name.
      const inOwnName = AsyncResource.bind(() => work().then(resolve, reject))
      this.#waiting.add(key, inOwnName)
      this.#goOn()
    })
  }

  #goOn(): void {
    while (this.#running < this.#options.atOnce) {
      const work = this.#waiting.take()
      if (!work) return
      this.#running++
      void work().finally(() => {
        this.#running--
        this.#goOn()
      })
    }
  }
}
