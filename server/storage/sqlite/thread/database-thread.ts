import { setTimeout as delay } from 'node:timers/promises'
import { storageFailed } from '../../storage-failed'
import { ownBytes } from './own-bytes'
import type { DatabasePlace, StorageCallName } from '../storage-calls'
import type { StorageLog } from '../storage-log'
import { WorkerConnection } from './worker-connection'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5_000

/** The database as a thing that keeps running: its worker is opened again when one died, later after each death. */
export class DatabaseThread {
  readonly #place: DatabasePlace
  readonly #log: StorageLog
  #isStarted = false
  #connection: Promise<WorkerConnection> | null = null
  #stopping: Promise<void> | null = null
  /** Workers that ended since the last answer. */
  #deaths = 0
  #pause: Promise<void> = Promise.resolve()
  #lastDeath: { readonly cause: unknown; readonly pauseMs: number } | null = null

  constructor(place: DatabasePlace, log: StorageLog) {
    this.#place = place
    this.#log = log
  }

  /** Opens the database; rejects with `storage-failed` if that fails. Harmless when called twice. */
  async start(): Promise<void> {
    await this.#stopping
    this.#isStarted = true
    try {
      await this.#connect()
    } catch (error) {
      this.#isStarted = false
      throw error
    }
  }

  /** Takes no more calls, waits for those under way and closes the database. Harmless when called twice. */
  stop(): Promise<void> {
    this.#isStarted = false
    this.#stopping ??= this.#close().finally(() => (this.#stopping = null))
    return this.#stopping
  }

  /** Carries out one call, in the order of calling; rejects with `storage-failed`. */
  async call(name: StorageCallName, given: readonly unknown[]): Promise<unknown> {
    if (!this.#isStarted) throw storageFailed('The storage is not started.')
    // Copied before the first wait: the caller may change its bytes right after calling.
    const owned = ownBytes(given)
    const connection = await this.#connect()
    const answer = await connection.call(name, owned)
    this.#deaths = 0
    return answer
  }

  #connect(): Promise<WorkerConnection> {
    this.#connection ??= this.#open()
    return this.#connection
  }

  async #open(): Promise<WorkerConnection> {
    await this.#pause
    const connection = this.#startWorker()
    try {
      await connection.opened()
      if (this.#lastDeath) this.#log.warn('storage.worker-restarted', this.#lastDeath)
      this.#lastDeath = null
      return connection
    } catch (error) {
      // Only then may a next worker open the same file.
      await connection.ended()
      throw error
    }
  }

  #startWorker(): WorkerConnection {
    const onEnd = (cause: unknown): void => this.#handleEnd(cause)
    try {
      return new WorkerConnection({ place: this.#place, log: this.#log, onEnd })
    } catch (error) {
      this.#handleEnd(error)
      throw storageFailed('No worker for the database could be started.', error)
    }
  }

  #handleEnd(cause: unknown): void {
    this.#connection = null
    if (!this.#isStarted) return
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** this.#deaths++, LONGEST_PAUSE_MS)
    this.#lastDeath = { cause, pauseMs }
    this.#pause = delay(pauseMs)
  }

  async #close(): Promise<void> {
    const connection = await this.#connection?.catch(() => null)
    await connection?.close()
    this.#pause = Promise.resolve()
    this.#deaths = 0
    this.#lastDeath = null
  }
}
