import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../../../log'
import type { BoardStorage, UpdateBatch } from '../../../storage/board-storage'
import type { Clock } from '../../clock'

/** One step of a document on its way to disk. */
export interface Commit {
  /** What to write; null where nothing changed and only what was written before has to be waited for. */
  readonly batch: UpdateBatch | null
  /** Runs once the batch, and every one before it, is safe on disk. */
  readonly onSafe: () => void
  /** Runs each time writing failed and will be tried again. */
  readonly onDelayed?: () => void
  /** Runs when the queue was stopped before the batch was written: it never will be. */
  readonly onGivenUp?: () => void
}

interface CommitQueueOptions {
  readonly storage: BoardStorage
  readonly boardId: BoardId
  readonly clock: Clock
  readonly log: Log
  /** The storage stopped taking writes, or takes them again. */
  onStateChanged(state: 'failing' | 'working'): void
  /** So much was written, the last of it under this sequence number. */
  onWritten(written: { seq: number; updates: number; bytes: number }): void
  /** Nothing is left to write. */
  onIdle(): void
  /** One of the others threw: what people were told may no longer fit what is stored. Writing goes on. */
  onBroken(cause: unknown): void
}

/**
 * Writes what a room did, in order, one write at a time, and tries again for as long as it takes. Until it is stopped it
 * drops nothing; what it drops then it says. A write that takes too long counts as failing until it ends, and is not tried
 * beside itself.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions
  #pending: Commit[] = []
  #underWay: readonly Commit[] = []
  #retryMs: number = LIMITS.WRITE_AGAIN_MS
  #cancelRetry: (() => void) | null = null
  #cancelLate: () => void = () => undefined
  #isStopped = false
  isFailing = false

  constructor(options: CommitQueueOptions) {
    this.#options = options
  }

  /** Whether everything is safe on disk. */
  get isIdle(): boolean {
    return this.#pending.length === 0 && this.#underWay.length === 0
  }

  /** Takes a commit; not to be called once stopped. */
  push(commit: Commit): void {
    this.#pending.push(commit)
    this.#write()
  }

  /** The updates from this commit on that are not safe yet, or have just become so, the oldest first. */
  updatesFrom(commit: Commit): Uint8Array[] {
    const all = [...this.#underWay, ...this.#pending]
    const at = all.indexOf(commit)
    return updatesOf(at < 0 ? [] : all.slice(at))
  }

  /** All updates that are not known to be safe, the oldest first. */
  unsafeUpdates(): Uint8Array[] {
    return updatesOf([...this.#underWay, ...this.#pending])
  }

  /** Tries at once where a retry is waiting. */
  retry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#write()
  }

  /** Writes no more: what waits is given up. A write under way still ends as it may, and is given up if it fails. */
  stop(): void {
    this.#isStopped = true
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#cancelLate()
    for (const commit of this.#pending.splice(0)) this.#tell(() => commit.onGivenUp?.())
  }

  #write(): void {
    if (this.#underWay.length > 0 || this.#cancelRetry || this.#pending.length === 0) return
    const commits = this.#pending
    this.#pending = []
    this.#underWay = commits
    const batches = commits.flatMap(({ batch }) => (batch ? [batch] : []))
    if (batches.length === 0) return this.#succeed(batches, [])
    this.#cancelLate = this.#options.clock.after(LIMITS.WRITE_LATE_MS, () => this.#noteLate())
    this.#append(batches).then(
      (seqs) => this.#succeed(batches, seqs),
      (cause: unknown) => this.#fail(cause),
    )
  }

  /** A storage that throws at once has failed like any other. */
  async #append(batches: readonly UpdateBatch[]): Promise<readonly number[]> {
    return this.#options.storage.append(batches)
  }

  #succeed(batches: readonly UpdateBatch[], seqs: readonly number[]): void {
    const { onWritten, onStateChanged, onIdle, log, boardId } = this.#options
    this.#retryMs = LIMITS.WRITE_AGAIN_MS
    this.#cancelLate()
    if (this.isFailing && batches.length > 0) {
      this.isFailing = false
      log.info('room.save-recovered', { boardId })
      this.#tell(() => onStateChanged('working'))
    }
    const bytes = batches.reduce((sum, batch) => sum + batch.update.length, 0)
    this.#tell(() => {
      const seq = seqs.at(-1)
      if (seq !== undefined) onWritten({ seq, updates: batches.length, bytes })
    })
    while (this.#underWay.length > 0) {
      this.#tell(() => this.#underWay[0]?.onSafe())
      this.#underWay = this.#underWay.slice(1)
    }
    if (this.isIdle) this.#tell(onIdle)
    else this.#write()
  }

  #fail(cause: unknown): void {
    const { log, clock, boardId } = this.#options
    this.#cancelLate()
    const commits = this.#underWay
    this.#underWay = []
    log.error('room.save-failed', { boardId, cause, retryMs: this.#isStopped ? null : this.#retryMs })
    if (!this.#isStopped) {
      this.#pending = [...commits, ...this.#pending]
      this.#cancelRetry = clock.after(this.#retryMs, () => this.retry())
      this.#retryMs = Math.min(this.#retryMs * 2, LIMITS.WRITE_AGAIN_MOST_MS)
    }
    this.#setFailing()
    for (const commit of commits)
      this.#tell(() => (this.#isStopped ? commit.onGivenUp?.() : commit.onDelayed?.()))
  }

  /** A disk that neither takes nor refuses, such as one over a network that is gone. */
  #noteLate(): void {
    const { log, boardId } = this.#options
    log.error('room.save-late', { boardId, lateMs: LIMITS.WRITE_LATE_MS })
    this.#setFailing()
  }

  #setFailing(): void {
    if (this.isFailing) return
    this.isFailing = true
    this.#tell(() => this.#options.onStateChanged('failing'))
  }

  /** Whoever listens may fail; what waits behind is written and told all the same. */
  #tell(run: () => void): void {
    try {
      run()
    } catch (cause) {
      this.#options.log.error('room.tell-failed', { boardId: this.#options.boardId, cause })
      this.#options.onBroken(cause)
    }
  }
}

function updatesOf(commits: readonly Commit[]): Uint8Array[] {
  return commits.flatMap(({ batch }) => (batch ? [batch.update] : []))
}
