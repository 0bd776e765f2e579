import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../../log'
import type { Clock } from '../clock'
import { BEAT_MS } from './crowd'

const { BOARD_MEMORY_ORDINARY_BYTES } = LIMITS

interface MemoryWatchOptions {
  readonly clock: Clock
  readonly log: Log
  readonly mostBytes: number
  /** About how much memory each loaded board takes. */
  sizes(): readonly number[]
}

/** Bounds what all loaded boards of this process take of its memory: where it is too much, the largest are full. */
export class MemoryWatch {
  readonly #options: MemoryWatchOptions
  #crowdingFrom = Infinity
  #lookedAt = -Infinity
  /** How large those are that were turned away: reading them again would be in vain. */
  readonly #turnedAway = new Map<BoardId, number>()

  constructor(options: MemoryWatchOptions) {
    this.#options = options
  }

  /** Adds up anew; to be called with every beat of every board, which counts once. */
  look(): void {
    const now = this.#options.clock.now()
    // A clock set back would keep it from looking.
    if (Math.abs(now - this.#lookedAt) < BEAT_MS) return
    this.#lookedAt = now
    const [before, sizes] = [this.#crowdingFrom, this.#options.sizes()]
    this.#crowdingFrom = this.#findCrowding(sizes)
    if (before === Infinity && this.#crowdingFrom < Infinity)
      this.#options.log.warn('process.memory-short', { boards: sizes.length, takeBytes: sum(sizes) })
  }

  /** Whether a loaded board of this size is one of the largest while all together take too much. */
  isCrowding(bytes: number): boolean {
    return bytes >= this.#crowdingFrom
  }

  /**
   * Lets boards go that nobody is on, until this one may be loaded beside the others. Its size may be left out before it
   * is read. Throws `overloaded` where there is no space.
   */
  makeSpaceFor(boardId: BoardId, letOneGo: () => boolean, sizeBytes?: number): void {
    const bytes = sizeBytes ?? this.#turnedAway.get(boardId) ?? 0
    this.#turnedAway.delete(boardId)
    while (!this.#hasSpaceFor(bytes)) {
      if (letOneGo()) continue
      this.#turnedAway.set(boardId, bytes)
      throw new AppError('overloaded', 'this process has no memory for one more board as large')
    }
  }

  #hasSpaceFor(bytes: number): boolean {
    return bytes < this.#findCrowding([...this.#options.sizes(), bytes])
  }

  /** Nobody who has less than an equal share is one of the largest, and no board of an ordinary size. */
  #findCrowding(sizes: readonly number[]): number {
    const { mostBytes } = this.#options
    return sum(sizes) <= mostBytes
      ? Infinity
      : Math.max(BOARD_MEMORY_ORDINARY_BYTES, mostBytes / sizes.length)
  }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((inAll, bytes) => inAll + bytes, 0)
}
