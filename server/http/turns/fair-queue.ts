import { AppError } from '@/lib/errors'

interface FairQueueOptions {
  /** How many works run at the same time. */
  readonly atOnce: number
  /** How many may wait under one key. */
  readonly waitingAtMost: number
}

/** Runs few works at a time and takes turns between the keys: whoever asks for many keeps nobody else waiting. */
export class FairQueue<Key> {
  readonly #options: FairQueueOptions
  /** The key whose turn is next comes first. */
  readonly #waiting = new Map<Key, (() => Promise<void>)[]>()
  #running = 0

  constructor(options: FairQueueOptions) {
    this.#options = options
  }

  /** Answers as the work does, later. Refuses with `overloaded` where too much waits under this key. */
  run<Answer>(key: Key, work: () => Promise<Answer>): Promise<Answer> {
    const queue = this.#waiting.get(key) ?? []
    if (queue.length >= this.#options.waitingAtMost)
      return Promise.reject(new AppError('overloaded', 'too much of one kind is asked for at once'))
    this.#waiting.set(key, queue)
    return new Promise((resolve, reject) => {
      queue.push(() => work().then(resolve, reject))
      this.#goOn()
    })
  }

  #goOn(): void {
    while (this.#running < this.#options.atOnce) {
      const work = this.#take()
      if (!work) return
      this.#running++
      void work().finally(() => {
        this.#running--
        this.#goOn()
      })
    }
  }

  #take(): (() => Promise<void>) | undefined {
    const [next] = this.#waiting
    if (!next) return undefined
    const [key, queue] = next
    const work = queue.shift()
    this.#waiting.delete(key)
    if (queue.length > 0) this.#waiting.set(key, queue)
    return work
  }
}
