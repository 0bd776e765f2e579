import { Worker } from 'node:worker_threads'
import { storageFailed } from '../../storage-failed'
import type { OwnedBytes } from './own-bytes'
import type { DatabasePlace, Failure, StorageCallName, WorkerReport, WorkerRequest } from '../storage-calls'
import type { StorageLog } from '../storage-log'

/** Stands in the table of calls for the opening of the database, which is waited for like a call. */
const OPENING = 0

/** What a call makes is gone with it: with node's own bound, 24 MB of that wait to be collected. */
const YOUNG_MB = 8

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface ConnectionSettings {
  readonly place: DatabasePlace
  readonly log: StorageLog
  /** Called once when the worker has ended, with the error it died of if there was one. */
  readonly onEnd: (cause: unknown) => void
}

/** One worker thread from its start to its end, and the calls it has yet to answer. */
export class WorkerConnection {
  readonly #worker: Worker
  readonly #log: StorageLog
  readonly #waiting = new Map<number, Waiting>()
  readonly #opened: Promise<void>
  readonly #ended: Promise<void>
  #lastId = OPENING
  #hasEnded = false
  #cause: unknown = undefined

  constructor({ place, log, onEnd }: ConnectionSettings) {
    this.#log = log
    // Without arguments of the parent: its `--import tsx` cannot start a worker of Node 20.
    this.#worker = new Worker(new URL('./sqlite-boot.mjs', import.meta.url), {
      execArgv: [],
      workerData: place,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#opened = new Promise((resolve, reject) => {
      this.#waiting.set(OPENING, { resolve, reject })
    })
    this.#worker.on('message', (report: WorkerReport) => this.#handleReport(report))
    this.#worker.on('error', (error) => (this.#cause = error))
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#end()
        onEnd(this.#cause)
        resolve()
      })
    })
  }

  /** Resolves when the database is open and of the newest schema; rejects with `storage-failed` if it cannot be opened. */
  opened(): Promise<void> {
    return this.#opened
  }

  /** Resolves when the worker is gone, for whatever reason. */
  ended(): Promise<void> {
    return this.#ended
  }

  /** Sends one call; answers in the order of sending, but for calls in steps. Rejects with `storage-failed`. */
  call(name: StorageCallName, { value, transfer }: OwnedBytes): Promise<unknown> {
    if (this.#hasEnded) return Promise.reject(this.#toEndError())
    const id = ++this.#lastId
    const request: WorkerRequest = { kind: 'call', id, name, given: value }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage(request, transfer)
    })
  }

  /** Lets everything that was sent be answered, closes the database and resolves when the worker is gone. */
  close(): Promise<void> {
    this.#worker.postMessage({ kind: 'close' } satisfies WorkerRequest)
    return this.#ended
  }

  #handleReport(report: WorkerReport): void {
    switch (report.kind) {
      case 'opened':
        return this.#take(OPENING)?.resolve(undefined)
      case 'refused':
        return this.#take(OPENING)?.reject(toError(report.failure))
      case 'answered':
        return this.#take(report.id)?.resolve(report.answer)
      case 'failed':
        return this.#take(report.id)?.reject(toError(report.failure))
      case 'warned':
        return this.#log.warn(report.event, report.facts)
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  #end(): void {
    this.#hasEnded = true
    for (const waiting of this.#waiting.values()) waiting.reject(this.#toEndError())
    this.#waiting.clear()
  }

  #toEndError(): Error {
    return storageFailed('The worker of the database ended before it answered.', this.#cause)
  }
}

function toError({ message, sqliteCode }: Failure): Error {
  const text = sqliteCode ? `${sqliteCode}: ${message}` : message
  return storageFailed(`The database refused: ${text}`, new Error(text))
}
