import { takeSettled } from '../take-settled'
import { takeTurn, workOf, type WaitingUpdate } from '../take-turn'
import { FairShares, type Share } from './fair-shares'

/** An update with the number it came as, from 1. */
export interface NumberedUpdate extends WaitingUpdate {
  readonly number: number
}

/** Likewise, with where it stands. */
interface Placed extends NumberedUpdate {
  readonly share: Share
}

/**
 * The updates that wait for their tick. What one person sent comes in order; where more waits than a tick may do, whoever
 * sent little does not wait for all that others sent.
 */
export class UpdateQueue {
  /** In the order of their turns. */
  readonly #waiting: Placed[] = []
  readonly #departed: number[] = []
  #shares = new FairShares()
  #lastNumber = 0
  #spareBytes = 0

  /** Whether nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.length + this.#departed.length === 0
  }

  /** The number of the update that came last. */
  get lastNumber(): number {
    return this.#lastNumber
  }

  push(waiting: WaitingUpdate): void {
    const share = this.#shares.place(waiting.personId, workOf(waiting))
    this.#waiting.splice(this.#placeOf(share), 0, { ...waiting, share, number: ++this.#lastNumber })
  }

  /** Notes that a connection is gone, which may have sent some of what waits. */
  depart(connectionId: number): void {
    this.#departed.push(connectionId)
  }

  /** Has done what this tick may do, as it came. Says whether updates are left. */
  takeTurn(work: (queue: readonly NumberedUpdate[]) => void): boolean {
    const { taken: queue, spareBytes } = takeTurn(this.#waiting, this.#spareBytes)
    this.#spareBytes = spareBytes
    if (queue.length === 0) return false
    this.#shares.reach(queue.reduce((most, { share }) => Math.max(most, share.begin), 0))
    if (this.#waiting.length === 0) this.#shares = new FairShares()
    work(queue.sort((one, other) => one.number - other.number))
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
