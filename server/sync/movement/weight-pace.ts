import { LIMITS } from '@/lib/sync/limits'

/** Whoever said anything of themselves within this time counts. */
const LATELY_MS = 1_000

/** How often what people say of themselves is told, by how much it is: as it comes, until it is much altogether. */
export class WeightPace {
  /** The one that said nothing for longest comes first. */
  readonly #said = new Map<number, { readonly at: number; readonly bytes: number }>()
  #inAll = 0

  /** This client says so much of itself: answers with the least time in ms between two tellings of it. */
  note(clientId: number, bytes: number, now: number): number {
    this.#forget(clientId)
    this.#said.set(clientId, { at: now, bytes })
    this.#inAll += bytes
    for (const [id, { at }] of this.#said) {
      // A clock may be set back, too.
      if (Math.abs(now - at) <= LATELY_MS) break
      this.#forget(id)
    }
    if (this.#inAll <= LIMITS.PRESENCE_FREE_BYTES) return 0
    return (1_000 * bytes * this.#said.size) / LIMITS.PRESENCE_TOLD_BYTES_PER_SECOND
  }

  #forget(clientId: number): void {
    this.#inAll -= this.#said.get(clientId)?.bytes ?? 0
    this.#said.delete(clientId)
  }
}
