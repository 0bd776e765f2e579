import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'
import { BEAT_MS } from './crowd'

const { BOARD_MEMORY_ORDINARY_BYTES } = LIMITS

interface MemoryWatchOptions {
  readonly clock: Clock
  readonly mostBytes: number
  /** About how much memory each loaded board takes. */
  sizes(): readonly number[]
}

/** Bounds what all loaded boards of this process take of its memory: where it is too much, the largest are full. */
export class MemoryWatch {
  readonly #options: MemoryWatchOptions
  #crowdingFrom = Infinity
  #lookedAt = -Infinity

  constructor(options: MemoryWatchOptions) {
    this.#options = options
  }

  /** Adds up anew; to be called with every beat of every board, which counts once. */
  look(): void {
    const now = this.#options.clock.now()
    // A clock set back would keep it from looking.
    if (Math.abs(now - this.#lookedAt) < BEAT_MS) return
    this.#lookedAt = now
    this.#crowdingFrom = this.#findCrowding(this.#options.sizes())
  }

  /** Whether a loaded board of this size is one of the largest while all together take too much. */
  isCrowding(bytes: number): boolean {
    return bytes >= this.#crowdingFrom
  }

  /** Whether a board of this size may be loaded beside those that are. */
  hasSpaceFor(bytes: number): boolean {
    return bytes < this.#findCrowding([...this.#options.sizes(), bytes])
  }

  /** Nobody who has less than an equal share is one of the largest, and no board of an ordinary size. */
  #findCrowding(sizes: readonly number[]): number {
    const { mostBytes } = this.#options
    const inAll = sizes.reduce((sum, bytes) => sum + bytes, 0)
    return inAll <= mostBytes ? Infinity : Math.max(BOARD_MEMORY_ORDINARY_BYTES, mostBytes / sizes.length)
  }
}
