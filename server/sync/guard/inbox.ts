import type { ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { QueuedUpdate } from './guard'

/** Screens an update and applies it if it can be applied now. */
export type Attempt = (update: Uint8Array) => 'taken' | 'refused' | 'hold'

interface Entry {
  readonly kind: QueuedUpdate['kind']
  /** Null once it is taken in or refused. */
  update: Uint8Array | null
  state: 'waiting' | 'taken' | 'refused'
}

/** The updates of one connection in the order it sent them, until each is taken in. */
export class Inbox {
  #entries: Entry[] = []
  #heldSince: number | null = null
  #isMoreThere = false
  #uselessStep2 = 0
  /** How much it held when that was last looked at. */
  heldBytes = 0
  /** Why this connection has to end; nothing of it is taken any more. */
  end: ErrorCode | null = null

  /**
   * Tries an update as it comes; it waits here while the answer is `hold`. What is missing comes with a step2, so once
   * one was taken everything that waits is to be tried again.
   */
  receive({ kind, update }: Pick<QueuedUpdate, 'kind' | 'update'>, attempt: Attempt): void {
    const entry: Entry = { kind, update, state: 'waiting' }
    this.#entries.push(entry)
    const isTaken = this.#try(entry, attempt)
    if (kind === 'step2' && isTaken) this.#isMoreThere = true
  }

  /**
   * Tries what waits again, in order, where a step2 was taken since; to be called once a tick. Doing so more often would
   * let a client make the server read its large held updates over and over, by hundreds of the smallest step2.
   */
  tryHeld(attempt: Attempt): void {
    if (!this.#isMoreThere) return
    this.#isMoreThere = false
    for (const held of this.#entries) this.#try(held, attempt)
  }

  /** Answers with how many more updates from the beginning on are taken in, without a gap. */
  countTaken(): number {
    const open = this.#entries.findIndex(({ state }) => state !== 'taken')
    const taken = open < 0 ? this.#entries.length : open
    this.#entries = this.#entries.slice(taken)
    return taken
  }

  /**
   * Looks at what is still held after a tick. Answers whether step1 has to be sent; sets `end` where what is missing
   * does not come. `elsewhereBytes` is what the other connections of the same person hold.
   */
  checkHeld(now: number, gotStep2: boolean, elsewhereBytes: () => number = () => 0): boolean {
    this.heldBytes = 0
    if (this.end !== null || !this.#isHolding()) {
      this.#heldSince = null
      this.#uselessStep2 = 0
      return false
    }
    const isFirst = this.#heldSince === null
    this.#heldSince ??= now
    if (!isFirst && gotStep2) this.#uselessStep2 += 1
    const held = this.#entries.flatMap(({ state, update }) => (state === 'waiting' && update ? [update] : []))
    const bytes = held.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const isHopeless =
      this.#uselessStep2 >= LIMITS.HELD_USELESS_STEP2 || now - this.#heldSince > LIMITS.HELD_MS
    if (isHopeless || isTooMuch(held.length, bytes, elsewhereBytes)) this.end = 'reload-needed'
    else this.heldBytes = bytes
    return this.end === null && (isFirst || gotStep2)
  }

  /** Whether something waits here that its sender no longer seems to complete: it says nothing more. */
  isOverdue(now: number): boolean {
    return this.end === null && this.#heldSince !== null && now - this.#heldSince > LIMITS.HELD_SILENT_MS
  }

  /** Begins to wait anew for what is missing, where anything is. */
  waitAfresh(now: number): void {
    if (this.#heldSince !== null) this.#heldSince = now
  }

  #isHolding(): boolean {
    return this.#entries.some(({ state }) => state === 'waiting')
  }

  #try(entry: Entry, attempt: Attempt): boolean {
    if (this.end !== null || entry.update === null) return false
    const state = attempt(entry.update)
    if (state !== 'hold') this.#settle(entry, state)
    return state === 'taken'
  }

  /** A step2 carries all its client has: once it is in, what was refused before it is in with it. */
  #settle(entry: Entry, state: 'taken' | 'refused'): void {
    entry.state = state
    entry.update = null
    if (state !== 'taken' || entry.kind !== 'step2') return
    for (const earlier of this.#entries) {
      if (earlier === entry) return
      if (earlier.state === 'refused') earlier.state = 'taken'
    }
  }
}

function isTooMuch(count: number, bytes: number, elsewhereBytes: () => number): boolean {
  if (count > LIMITS.HELD_UPDATES || bytes > LIMITS.STEP2_BYTES) return true
  return bytes + elsewhereBytes() > LIMITS.HELD_BYTES_PER_PERSON
}
