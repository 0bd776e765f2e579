import type { UpdateBatch } from '../board-storage'

/** Beside a quick disk each room would wait alone, and most of a processor would go into committing. */
const BETWEEN_COMMITS_MS = 4

/** One call that asks for batches to be written. */
interface Append {
  readonly id: number
  readonly batches: readonly UpdateBatch[]
}

interface AppendGroupOptions {
  /** Writes batches in one transaction, all or none of them; answers with their sequence numbers. */
  append(batches: readonly UpdateBatch[]): readonly number[]
  onWritten(id: number, seqs: readonly number[]): void
  onFailed(id: number, error: unknown): void
}

/**
 * Lets rooms share a commit: whatever was asked for while the last one took its time goes into the next, so that a
 * hundred rooms wait for the disk as often as one. Where a shared commit fails, each call is carried out alone: nobody
 * fails for the batch of another.
 */
export class AppendGroup {
  readonly #options: AppendGroupOptions
  readonly #waiting: Append[] = []
  #cancel: (() => void) | null = null
  #ranAtMs = -Infinity

  constructor(options: AppendGroupOptions) {
    this.#options = options
  }

  /** Writes these with whatever else has come by then: at once, unless the last commit has only just begun. */
  add(id: number, batches: readonly UpdateBatch[]): void {
    this.#waiting.push({ id, batches })
    this.#cancel ??= this.#runSoon()
  }

  /** Writes at once what waits, so that a call carried out next finds it written. */
  run(): void {
    this.#cancel?.()
    this.#cancel = null
    const group = this.#waiting.splice(0)
    if (group.length > 0) this.#ranAtMs = performance.now()
    if (group.length > 1 && this.#writeTogether(group)) return
    for (const append of group) this.#writeAlone(append)
  }

  #runSoon(): () => void {
    const restMs = this.#ranAtMs + BETWEEN_COMMITS_MS - performance.now()
    if (restMs > 0) {
      const timer = setTimeout(() => this.run(), restMs)
      return () => clearTimeout(timer)
    }
    const immediate = setImmediate(() => this.run())
    return () => clearImmediate(immediate)
  }

  /** False where nothing was written. */
  #writeTogether(group: readonly Append[]): boolean {
    const { append, onWritten } = this.#options
    let seqs: number[]
    try {
      seqs = [...append(group.flatMap(({ batches }) => batches))]
    } catch {
      // Each is tried alone, and says itself why it fails.
      return false
    }
    for (const { id, batches } of group) onWritten(id, seqs.splice(0, batches.length))
    return true
  }

  #writeAlone({ id, batches }: Append): void {
    let seqs: readonly number[]
    try {
      seqs = this.#options.append(batches)
    } catch (error) {
      return this.#options.onFailed(id, error)
    }
    this.#options.onWritten(id, seqs)
  }
}
