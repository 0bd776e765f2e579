import * as Y from 'yjs'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../../../log'
import type { BoardStorage, LoadedBoard } from '../../../storage/board-storage'
import type { Clock } from '../../clock'

/** A log over its limits waits this long for a quiet moment, unless it is over them many times. */
const QUIET_MS = 1_000
const URGENT_TIMES = 4

interface CompactionOptions {
  readonly storage: BoardStorage
  readonly boardId: BoardId
  readonly loaded: LoadedBoard
  readonly doc: Y.Doc
  readonly clock: Clock
  readonly log: Log
  /** The document takes this many bytes as a snapshot. */
  onMeasured(bytes: number): void
  /** Whether everything in the document is safe on disk; only then may it become a snapshot. */
  isAtRest(): boolean
}

/** Turns a long log into a snapshot of the live document. A failure is only logged: the log stays as it is. */
export class Compaction {
  readonly #options: CompactionOptions
  #lastSeq: number
  #updates: number
  #bytes: number
  #underWay: Promise<void> | null = null
  #cancelTimer: (() => void) | null = null
  #isStopped = false

  constructor(options: CompactionOptions) {
    const { updates, lastSeq } = options.loaded
    this.#options = options
    this.#lastSeq = lastSeq
    this.#updates = updates.length
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0)
  }

  /** Counts what was written. */
  note(written: { seq: number; updates: number; bytes: number }): void {
    this.#lastSeq = written.seq
    this.#updates += written.updates
    this.#bytes += written.bytes
  }

  /** To be called whenever the document is at rest: compacts where it is urgent, else once it stays quiet. */
  consider(): void {
    if (this.#isStopped) return
    if (this.#isOver(URGENT_TIMES)) return void this.run()
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#isOver(1)) this.#cancelTimer = this.#options.clock.after(QUIET_MS, () => void this.run())
  }

  /** Writes a snapshot if the log holds anything and the document is at rest. Never rejects. */
  async run(): Promise<void> {
    if (this.#underWay) return this.#underWay
    if (this.#isStopped || this.#updates === 0 || !this.#options.isAtRest()) return
    this.#underWay = this.#save().finally(() => (this.#underWay = null))
    return this.#underWay
  }

  /** Begins no more; what is under way goes on. */
  stop(): void {
    this.#isStopped = true
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #isOver(times: number): boolean {
    return (
      this.#updates > LIMITS.COMPACT_AFTER_UPDATES * times || this.#bytes > LIMITS.COMPACT_AFTER_BYTES * times
    )
  }

  async #save(): Promise<void> {
    const { storage, boardId, loaded, doc, log } = this.#options
    const [seq, updates, bytes] = [this.#lastSeq, this.#updates, this.#bytes]
    this.#updates = 0
    this.#bytes = 0
    try {
      const snapshot = Y.encodeStateAsUpdate(doc)
      this.#options.onMeasured(snapshot.length)
      await storage.saveSnapshot(boardId, loaded.epoch, seq, snapshot)
      log.info('room.compacted', { boardId, seq, updates, snapshotBytes: snapshot.length })
    } catch (cause) {
      this.#updates += updates
      this.#bytes += bytes
      log.warn('room.compaction-failed', { boardId, cause })
    }
  }
}
