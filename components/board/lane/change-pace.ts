/** So many changes are shown at once: a busy group takes and lets go of things thirty times a second. */
const MOST_AT_ONCE = 12
/** Where showing a change takes long, the page has so many times as long for everything else before the next one. */
const REST_TIMES = 4
/** A computer that slept while it showed one took hours by its clock, and must not rest for more of them. */
const MOST_REST_MS = 2_000

/** Says when what others take in hand and let go of is shown: at once where it is seldom, else together with what follows. */
export class ChangePace {
  readonly #everyMs: number
  #since = -Infinity
  #shown = 0
  #lastAt = -Infinity
  #restMs = 0
  #isDue = false

  /** Where many change, they are shown together this often. */
  constructor(everyMs: number) {
    this.#everyMs = everyMs
  }

  /** Whether something has changed and was not shown. */
  get isDue(): boolean {
    return this.#isDue
  }

  note(): void {
    this.#isDue = true
  }

  /** Whether what has changed may be shown now. */
  mayShow(now: number): boolean {
    if (!isOver(now, this.#lastAt, this.#restMs)) return false
    return this.#shown < MOST_AT_ONCE || isOver(now, this.#since, this.#everyMs)
  }

  /** It was shown from `now` on, and that took so long. */
  show(now: number, tookMs: number): void {
    if (isOver(now, this.#since, this.#everyMs)) {
      this.#since = now
      this.#shown = 0
    }
    if (!this.#isDue) return
    this.#isDue = false
    this.#shown++
    this.#lastAt = now + tookMs
    this.#restMs = Math.min(tookMs * REST_TIMES, MOST_REST_MS)
  }
}

/** A clock that was set back must not keep anything from view until it has caught up. */
function isOver(now: number, since: number, forMs: number): boolean {
  return now - since >= forMs || since - now > forMs
}
