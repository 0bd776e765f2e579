import { LIMITS } from '@/lib/sync/limits'

/** How what is kept of one begins, and when it is again as it began, so that nothing is lost by forgetting it. */
export interface Kind<Kept> {
  begin(now: number): Kept
  isWhole(kept: Kept, now: number): boolean
}

/** What is kept of each of many, of people for instance. What is whole again is looked for now and then, and forgotten. */
export class KeptUntilWhole<Key, Kept> {
  readonly #all = new Map<Key, Kept>()
  readonly #kind: Kind<Kept>
  #sweptAt = -Infinity

  constructor(kind: Kind<Kept>) {
    this.#kind = kind
  }

  /** What is kept of this one at this moment, begun where nothing is; not to be held on to. */
  of(key: Key, now: number): Kept {
    this.#sweep(now)
    const kept = this.#all.get(key) ?? this.#kind.begin(now)
    this.#all.set(key, kept)
    return kept
  }

  /** The same where something is kept; nothing is begun. */
  known(key: Key): Kept | undefined {
    return this.#all.get(key)
  }

  /** A clock that was set back must not keep everything until it has caught up. */
  #sweep(now: number): void {
    if (Math.abs(now - this.#sweptAt) < LIMITS.SWEEP_EVERY_MS) return
    this.#sweptAt = now
    for (const [key, kept] of this.#all) if (this.#kind.isWhole(kept, now)) this.#all.delete(key)
  }
}
