import { AppError } from '@/lib/errors'

/** The sockets of this process, also those that wait for their board to be loaded. */
export class SocketCount {
  readonly #most: number
  #onBoards = 0
  #waiting = 0

  /** There are to be no more than `most`. */
  constructor(most: number) {
    this.#most = most
  }

  /** Whether one more is too many. */
  get isFull(): boolean {
    return this.#onBoards + this.#waiting >= this.#most
  }

  /** Counts a socket that waits for its board as long as this runs. Throws `overloaded` where it is too many. */
  async whileWaiting<Value>(run: () => Promise<Value>): Promise<Value> {
    if (this.isFull) throw new AppError('overloaded', 'this process has as many sockets as it may')
    this.#waiting++
    try {
      return await run()
    } finally {
      this.#waiting--
    }
  }

  /** A board took a socket in, or one left it. */
  add(by: 1 | -1): void {
    this.#onBoards += by
  }
}
