import { takeSettled } from '../take-settled'
import { takeTurn, type WaitingUpdate } from '../take-turn'

/** The updates that wait for their tick, in the order they came, and what has to come behind them. */
export class UpdateQueue {
  readonly #waiting: WaitingUpdate[] = []
  readonly #departed: number[] = []
  /** `after` so many updates have had their tick. */
  #behind: { after: number; readonly run: () => void }[] = []

  /** Whether nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.length + this.#departed.length === 0
  }

  push(waiting: WaitingUpdate): void {
    this.#waiting.push(waiting)
  }

  /** Notes that a connection is gone, which may have sent some of what waits. */
  depart(connectionId: number): void {
    this.#departed.push(connectionId)
  }

  /** Runs this at once where no update waits, else once all that wait have had their tick. */
  runBehind(run: () => void): void {
    if (this.#waiting.length === 0) run()
    else this.#behind.push({ after: this.#waiting.length, run })
  }

  /** Has done what this tick may do, then runs what had to come behind it. Says whether updates are left. */
  takeTurn(work: (queue: readonly WaitingUpdate[]) => void): boolean {
    const queue = takeTurn(this.#waiting)
    if (queue.length === 0) return false
    work(queue)
    const waiting = this.#behind.map(({ after, run }) => ({ after: after - queue.length, run }))
    this.#behind = waiting.filter(({ after }) => after > 0)
    for (const { after, run } of waiting) if (after <= 0) run()
    return this.#waiting.length > 0
  }

  /** Takes the connections that are gone and of which nothing waits any more. */
  takeSettled(): readonly number[] {
    return takeSettled(this.#departed, this.#waiting)
  }
}
