import type { UpdateBatch } from '../board-storage'

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
  #cancel: NodeJS.Immediate | null = null

  constructor(options: AppendGroupOptions) {
    this.#options = options
  }

  /** Writes these with whatever else has come by now. */
  add(id: number, batches: readonly UpdateBatch[]): void {
    this.#waiting.push({ id, batches })
    this.#cancel ??= setImmediate(() => this.run())
  }

  /** Writes at once what waits, so that a call carried out next finds it written. */
  run(): void {
    if (this.#cancel) clearImmediate(this.#cancel)
    this.#cancel = null
    const group = this.#waiting.splice(0)
    if (group.length > 1 && this.#writeTogether(group)) return
    for (const append of group) this.#writeAlone(append)
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
