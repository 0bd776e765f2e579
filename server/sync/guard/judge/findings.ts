import type { ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { Refusal } from '@/lib/sync/messages'

/** What judging the updates of one connection brought to light in one tick. */
export class Findings {
  readonly #refusals = new Map<string, Refusal>()
  #violations = 0
  #forgiven = 0
  #passed = 0
  #putBackBytes = 0

  /** Notes a refusal of `<root>/<id>`; told once a tick, however often it happened, and at most 1,000 of them. */
  refuse(record: string, code: ErrorCode): void {
    if (this.#refusals.size < LIMITS.REFUSALS_PER_TICK)
      this.#refusals.set(`${code} ${record}`, { code, record })
  }

  /** Notes a write no honest client makes. */
  addViolation(): void {
    this.#violations += 1
  }

  /** Notes a write that an honest client makes seldom, and not over and over. */
  forgive(): void {
    this.#forgiven += 1
  }

  /** Counts all that is noted while this runs as one violation: whoever makes one mistake may have made it with many things. */
  asOne<Answer>(run: () => Answer): Answer {
    const before = this.#violations
    const answer = run()
    const more = Math.max(0, this.#violations - before - 1)
    this.#violations -= more
    this.#forgiven += more
    return answer
  }

  /** Notes so many bytes that were written again, and are told to everybody. */
  notePutBack(bytes: number): void {
    this.#putBackBytes += bytes
  }

  /** Notes so many items of texts that had to be passed to judge what was typed in them. */
  notePassed(items: number): void {
    this.#passed += items
  }

  /** Answers with how many items were passed since the last call. */
  takePassed(): number {
    const passed = this.#passed
    this.#passed = 0
    return passed
  }

  get putBackBytes(): number {
    return this.#putBackBytes
  }

  get refusals(): readonly Refusal[] {
    return [...this.#refusals.values()]
  }

  get violations(): number {
    return this.#violations
  }

  /** How many there were beside these, which count no further. */
  get forgiven(): number {
    return this.#forgiven
  }
}
