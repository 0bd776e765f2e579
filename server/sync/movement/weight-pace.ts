import { LIMITS } from '@/lib/sync/limits'

/** Whoever said anything of themselves within this time counts. */
const LATELY_MS = 1_000

/** How often what people say of themselves is told, by how much it is: as it comes, until it is much altogether. */
export class WeightPace {
  readonly #said = new Map<number, { readonly at: number; readonly bytes: number }>()

  /** This client says so much of itself: answers with the least time in ms between two tellings of it. */
  note(clientId: number, bytes: number, now: number): number {
    this.#said.set(clientId, { at: now, bytes })
    let inAll = 0
    for (const [id, said] of this.#said) {
      if (now - said.at > LATELY_MS) this.#said.delete(id)
      else inAll += said.bytes
    }
    if (inAll <= LIMITS.PRESENCE_FREE_BYTES) return 0
    return (1_000 * bytes * this.#said.size) / LIMITS.PRESENCE_TOLD_BYTES_PER_SECOND
  }
}
