import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { toBase64Url, type BoardId, type PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, isEmptyUpdate, SYNC } from '@/lib/sync/messages'
import type { Log } from '../log'
import type { BoardStorage } from '../storage/board-storage'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { LiveDocument } from './document/live-document'
import { readSafeState } from './document/load-document'
import { toDocumentFrames, toStateFrames } from './document/state-pieces'
import type { Allowance } from './socket/allowance'

interface Question {
  readonly vector: Uint8Array
  /** An answer to step1 ends with a step2; whoever merely fell behind gets an update. */
  readonly kind: 'step2' | 'update'
}

/** A state on its way: its frames, and the vector it leads to. */
interface StateOnDisk {
  readonly frames: readonly Uint8Array[]
  readonly vector: Uint8Array
}

interface StateAnswersOptions {
  readonly boardId: BoardId
  readonly document: LiveDocument
  readonly storage: Pick<BoardStorage, 'load'>
  readonly clock: Clock
  readonly log: Log
  /** The rates of this person at this moment, on all boards. */
  allowanceOf(personId: PersonId): Allowance
}

/**
 * Answers what a client lacks, from what is safe on disk only: it waits until the document is at rest, until the
 * client has taken what it was sent before, and until its person has not asked for too much.
 */
export class StateAnswers {
  readonly #options: StateAnswersOptions
  readonly #waiting = new Map<Connection, Question>()
  /** The last large answer, while nothing changes. */
  #last: { readonly key: string; readonly version: number; readonly frames: readonly Uint8Array[] } | null =
    null
  #cancelForgetting: () => void = () => undefined
  #onDisk: Promise<StateOnDisk | null> | null = null
  #isPlanned = false
  #cancelLater: () => void = () => undefined

  constructor(options: StateAnswersOptions) {
    this.#options = options
  }

  /** Says whether this can be the state vector of a copy of this document. Reads no more of it than such a one holds. */
  isVector(vector: Uint8Array): boolean {
    try {
      const clients = decoding.readVarUint(decoding.createDecoder(vector))
      const known = this.#options.document.board.doc.store.clients.size
      if (clients > known + LIMITS.UNKNOWN_CLIENTS_IN_VECTOR) return false
      Y.decodeStateVector(vector)
      return true
    } catch {
      return false
    }
  }

  /** Answers as soon as it may; of several questions of one connection only the last counts. */
  ask(connection: Connection, question: Question): void {
    const kind = this.#waiting.get(connection)?.kind === 'step2' ? 'step2' : question.kind
    this.#waiting.set(connection, { ...question, kind })
    this.goOn()
  }

  /** Somebody may be answered now who had to wait. */
  goOn(): void {
    if (this.#isPlanned || this.#waiting.size === 0) return
    this.#isPlanned = true
    this.#options.document.whenAtRest(() => {
      this.#isPlanned = false
      this.#answerAll()
    })
  }

  /** The connection is gone: nobody waits for an answer to it. */
  forget(connection: Connection): void {
    this.#waiting.delete(connection)
  }

  /** While saving fails: gives a connection that has nothing yet the board as it is on disk. */
  answerFromDisk(connection: Connection): void {
    this.#onDisk ??= this.#readDisk()
    void this.#onDisk.then((state) => {
      const isWanted = connection.isOpen && !connection.isSynced && this.#options.document.isFailing
      if (!state || !isWanted) return
      connection.isSynced = true
      connection.gather(() => connection.outbox.stream(state.frames, () => state.vector))
    })
  }

  /** The disk takes writes again: what was read of it is out of date. */
  forgetDisk(): void {
    this.#onDisk = null
  }

  /** Answers nobody any more. */
  stop(): void {
    this.#cancelLater()
    this.#forgetLast()
    this.#waiting.clear()
  }

  #answerAll(): void {
    // After a restart everybody asks the same question at once.
    const known = new Map<string, readonly Uint8Array[]>()
    const { doc } = this.#options.document.board
    let soonestMs = Infinity
    for (const [connection, question] of [...this.#waiting]) {
      // Whoever does not read would have a state pile up with every question.
      if (!connection.outbox.isLevel) continue
      const waitMs = this.#spend(connection, 0)
      if (waitMs > 0) soonestMs = Math.min(soonestMs, waitMs)
      if (waitMs > 0) continue
      this.#waiting.delete(connection)
      const key = `${question.kind} ${toBase64Url(question.vector)}`
      const frames = known.get(key) ?? this.#toAnswer(question, key)
      known.set(key, frames)
      this.#spend(connection, sizeOf(frames))
      connection.isSynced = true
      connection.outbox.stream(frames, () => Y.encodeStateVector(doc))
    }
    this.#cancelLater()
    if (soonestMs < Infinity) this.#cancelLater = this.#options.clock.after(soonestMs, () => this.goOn())
  }

  #toAnswer({ vector, kind }: Question, key: string): readonly Uint8Array[] {
    const { document, clock } = this.#options
    const { board, version } = document
    if (this.#last?.key === key && this.#last.version === version) return this.#last.frames
    if (kind === 'update') return toUpdateFrames(Y.encodeStateAsUpdate(board.doc, vector))
    const frames = toDocumentFrames(board.doc, vector, LIMITS.STATE_PIECE_BYTES)
    if (frames.length === 1) return frames
    this.#forgetLast()
    this.#last = { key, version, frames }
    this.#cancelForgetting = clock.after(LIMITS.STATE_REMEMBERED_MS, () => this.#forgetLast())
    return frames
  }

  #forgetLast(): void {
    this.#cancelForgetting()
    this.#last = null
  }

  /** Counts so many bytes of state; answers with the ms for which its person gets no more. */
  #spend({ person: { personId } }: Connection, bytes: number): number {
    const { allowanceOf, clock } = this.#options
    return allowanceOf(personId).tell(bytes, clock.now())
  }

  async #readDisk(): Promise<StateOnDisk | null> {
    const { storage, boardId, log } = this.#options
    try {
      const state = await readSafeState(storage, boardId)
      return {
        frames: toStateFrames(state, LIMITS.STATE_PIECE_BYTES),
        vector: Y.encodeStateVectorFromUpdate(state),
      }
    } catch (cause) {
      log.warn('storage.failed', { boardId, cause })
      this.forgetDisk()
      return null
    }
  }
}

function toUpdateFrames(state: Uint8Array): readonly Uint8Array[] {
  return isEmptyUpdate(state) ? [] : [encodeSync(SYNC.update, state)]
}

function sizeOf(frames: readonly Uint8Array[]): number {
  return frames.reduce((sum, { length }) => sum + length, 0)
}
