import type { GestureChanges } from '../gesture/gesture-changes'

/** So many at once weigh little enough to leave with every stroke of a key that repeats itself. */
const FEW_RECORDS = 50
/** Of each record some 50 bytes leave: a third of what the server takes of one person, however many are moved. */
const REST_MS_PER_RECORD = 0.5
const MOST_REST_MS = 1_000

/**
 * Says how soon changes of many records are written. An arrow key held on a whole board moves all of it thirty times a
 * second, far more than the server takes of one person for long.
 */
export class CommitPace {
  #lastAt = -Infinity

  /** They are written now. */
  note(now: number): void {
    this.#lastAt = now
  }

  /** How long these wait for what follows (ms). What makes or removes something waits for nothing. */
  waitMs({ created, removed, touched }: ChangedRecords, now: number): number {
    return created.size + removed.size > 0 ? 0 : this.waitOf(touched.size, now)
  }

  /** The same for so many records that are only changed. */
  waitOf(touched: number, now: number): number {
    if (touched <= FEW_RECORDS) return 0
    const restMs = Math.min(touched * REST_MS_PER_RECORD, MOST_REST_MS)
    const leftMs = this.#lastAt + restMs - now
    // A clock that was set back is not waited for.
    return leftMs > restMs ? 0 : Math.max(0, leftMs)
  }
}

type ChangedRecords = Pick<GestureChanges, 'created' | 'removed' | 'touched'>
