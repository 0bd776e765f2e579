import { takeSettled } from '../take-settled'
import { takeTurn, workOf, type WaitingUpdate } from '../take-turn'
import { FairShares, type Share } from './fair-shares'

/** An update with where it stands, and the number it came as. */
interface Placed extends WaitingUpdate {
  readonly share: Share
  readonly number: number
}

/**
 * The updates that wait for their tick, and what has to come behind them. What one person sent comes in order; where more
 * waits than a tick may do, whoever sent little does not wait for all that others sent.
 */
export class UpdateQueue {
  /** In the order of their turns. */
  readonly #waiting: Placed[] = []
  readonly #departed: number[] = []
  readonly #behind: { readonly number: number; readonly run: () => void }[] = []
  #shares = new FairShares()
  #lastNumber = 0
  #spareBytes = 0

  /** Whether nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.length + this.#departed.length === 0
  }

  push(waiting: WaitingUpdate): void {
    const share = this.#shares.place(waiting.personId, workOf(waiting))
    this.#waiting.splice(this.#placeOf(share), 0, { ...waiting, share, number: ++this.#lastNumber })
  }

  /** Notes that a connection is gone, which may have sent some of what waits. */
  depart(connectionId: number): void {
    this.#departed.push(connectionId)
  }

  /** Runs this at once where no update waits, else once all that wait have had their tick. */
  runBehind(run: () => void): void {
    if (this.#waiting.length === 0) run()
    else this.#behind.push({ number: this.#lastNumber, run })
  }

  /** Has done what this tick may do, as it came, then runs what had to come behind it. Says whether updates are left. */
  takeTurn(work: (queue: readonly WaitingUpdate[]) => void): boolean {
    const { taken: queue, spareBytes } = takeTurn(this.#waiting, this.#spareBytes)
    this.#spareBytes = spareBytes
    if (queue.length === 0) return false
    this.#shares.reach(queue.reduce((most, { share }) => Math.max(most, share.begin), 0))
    if (this.#waiting.length === 0) this.#shares = new FairShares()
    work(queue.sort((one, other) => one.number - other.number))
    const oldest = this.#waiting.reduce((least, { number }) => Math.min(least, number), Infinity)
    while (this.#behind[0] && this.#behind[0].number < oldest) this.#behind.shift()?.run()
    return this.#waiting.length > 0
  }

  /** Takes the connections that are gone and of which nothing waits any more. */
  takeSettled(): readonly number[] {
    return takeSettled(this.#departed, this.#waiting)
  }

  #placeOf({ end }: Share): number {
    let [low, high] = [0, this.#waiting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#waiting[middle]?.share.end ?? Infinity) <= end) low = middle + 1
      else high = middle
    }
    return low
  }
}
