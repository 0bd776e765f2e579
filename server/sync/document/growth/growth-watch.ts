import type { BoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../../clock'
import { countClientIds, countDocumentStructs, takesNoneOfAKind } from './count-document'
import { isOvergrown } from './is-overgrown'

/** Asking reads the whole board, and may be done with every tick. */
const ASK_AGAIN_TIMES = 1.02

interface GrowthWatchOptions {
  readonly board: BoardDocument
  readonly clock: Clock
  /** Whether the board could be loaded afresh now without taking anything out of anybody's hand. */
  isFree(): boolean
  /** Whether it may be loaded afresh although somebody has something in hand; asked only where it then is. */
  mayInterrupt(): boolean
  /** It has grown far beyond what stands on it. */
  onOvergrown(): void
}

/**
 * Finds out that a board has outgrown what stands on it although nobody ever leaves it: asks when nobody has written for
 * long. What was overgrown when it was loaded could not be renewed: it is asked about again once it is twice as large.
 */
export class GrowthWatch {
  readonly #options: GrowthWatchOptions
  #askFromStructs: number
  #cancelTimer: (() => void) | null = null
  #isWrittenMeanwhile = false

  constructor(options: GrowthWatchOptions) {
    const { board } = options
    this.#options = options
    this.#askFromStructs = isOvergrown(board) ? 2 * countDocumentStructs(board) : 0
  }

  /**
   * Somebody wrote. One timer at a time: the quiet is between one and two times as long as it has to be. Where so many
   * ids wrote that every tick is slow, or deleted things leave no room for new ones, it asks now.
   */
  note(): void {
    if (this.#cancelTimer) this.#isWrittenMeanwhile = true
    else this.#wait()
    const { board, mayInterrupt } = this.#options
    if (countClientIds(board) <= LIMITS.RENEW_AT_ONCE_CLIENT_IDS && !takesNoneOfAKind(board)) return
    if (this.#hasOutgrown() && mayInterrupt()) this.#tell()
  }

  /** Asks now, whatever is in anybody's hand; where the answer is no, again only once there is more of it. */
  askAtOnce(): void {
    const structs = countDocumentStructs(this.#options.board)
    if (structs < this.#askFromStructs) return
    if (isOvergrown(this.#options.board)) this.#tell()
    else this.#askFromStructs = structs * ASK_AGAIN_TIMES
  }

  /** Asks no more. */
  stop(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #hasOutgrown(): boolean {
    const { board } = this.#options
    return countDocumentStructs(board) >= this.#askFromStructs && isOvergrown(board)
  }

  #tell(): void {
    const { board, onOvergrown } = this.#options
    this.#askFromStructs = 2 * countDocumentStructs(board)
    onOvergrown()
  }

  #wait(): void {
    this.#isWrittenMeanwhile = false
    this.#cancelTimer = this.#options.clock.after(LIMITS.RENEW_IDLE_MS, () => this.#look())
  }

  #look(): void {
    this.#cancelTimer = null
    if (this.#isWrittenMeanwhile || !this.#options.isFree()) return this.#wait()
    if (this.#hasOutgrown()) this.#tell()
  }
}
