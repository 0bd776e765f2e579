import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../log'
import type { BoardStorage } from '../storage/board-storage'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { LiveDocument } from './document/live-document'
import { readSafeState } from './document/load-document'
import { StateMaker, toKey, type Frames, type Question } from './document/pieces/state-maker'
import { toStateFrames } from './document/pieces/state-pieces'
import { countDocumentStructs } from './document/growth/count-document'
import { knownPart } from './document/state-vector'
import type { StillReading } from './document/pieces/still-reading'
import type { Allowance } from './socket/allowance'
import { TokenBucket } from './socket/token-bucket'

/** To find what a copy lacks, every struct of the document is looked at. */
const BYTES_OF_LOOK = 4

/** What was made of one pass, by what was asked. */
type Made = Map<string, Frames>

const EMPTY_VECTOR_BYTES = 1

/** A state on its way: its frames, and the vector it leads to. */
interface StateOnDisk {
  readonly frames: Frames
  readonly vector: Uint8Array
}

interface StateAnswersOptions {
  readonly boardId: BoardId
  readonly document: LiveDocument
  readonly still: StillReading
  readonly storage: Pick<BoardStorage, 'load'>
  readonly clock: Clock
  readonly log: Log
  /** The rates of this person at this moment, on all boards. */
  allowanceOf(personId: PersonId): Allowance
}

/**
 * Answers what a client lacks, from what is safe on disk only: it waits until the document is at rest, until the
 * client has taken what it was sent before, and until its person has not asked for too much. Many may ask for different
 * states at once: these are made no faster than the work of others can go on between.
 */
export class StateAnswers {
  readonly #options: StateAnswersOptions
  readonly #waiting = new Map<Connection, Question>()
  readonly #maker: StateMaker
  readonly #making: TokenBucket
  #isTurnOfOthers = false
  #onDisk: Promise<StateOnDisk | null> | null = null
  #isPlanned = false
  #cancelLater: () => void = () => undefined

  constructor(options: StateAnswersOptions) {
    this.#options = options
    const { STATES_MADE_BYTES_PER_SECOND, STATES_MADE_BYTES_AT_ONCE } = LIMITS
    const now = options.clock.now()
    this.#maker = new StateMaker({
      ...options,
      onMade: (frames) => {
        if (frames) this.#chargeFor(frames)
        this.goOn()
      },
      onFailed: (key, cause) => this.#fail(key, cause),
    })
    this.#making = new TokenBucket(STATES_MADE_BYTES_PER_SECOND, STATES_MADE_BYTES_AT_ONCE, now)
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
    const vector = knownPart(this.#options.document.board.doc, question.vector)
    this.#waiting.set(connection, { vector, kind })
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
    if (this.#waiting.size === 0) this.#maker.forgetLarge()
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
    this.#maker.stop()
    this.#waiting.clear()
  }

  #answerAll(): void {
    // After a restart everybody asks the same question at once.
    const made: Made = new Map()
    let soonestMs = Infinity
    for (const [connection, question] of this.#inTurn()) {
      // Whoever does not read would have a state pile up with every question.
      if (!connection.outbox.isLevel) continue
      const waitMs = this.#answer(connection, question, made)
      if (waitMs > 0) soonestMs = Math.min(soonestMs, waitMs)
    }
    this.#cancelLater()
    if (soonestMs < Infinity) this.#cancelLater = this.#options.clock.after(soonestMs, () => this.goOn())
  }

  /**
   * Newcomers, who all ask for the same, take turns with all others: where somebody comes all the time, whoever has
   * come back would wait for ever.
   */
  #inTurn(): [Connection, Question][] {
    const all = [...this.#waiting]
    const newcomers = all.filter(([, question]) => isOfNewcomer(question))
    const others = all.filter(([, question]) => !isOfNewcomer(question))
    return this.#isTurnOfOthers ? [...others, ...newcomers] : [...newcomers, ...others]
  }

  /** Answers one of them, or begins to make what takes long; or says for how long that has to wait (ms). */
  #answer(connection: Connection, question: Question, made: Made): number {
    const { doc } = this.#options.document.board
    const owedMs = this.#spend(connection, 0)
    if (owedMs > 0) return owedMs
    const key = toKey(question)
    const known = made.get(key) ?? this.#maker.remembered(key)
    const waitMs = known ? 0 : this.#making.spend(0, this.#options.clock.now())
    if (waitMs > 0) return waitMs
    const frames = known ?? this.#make(question)
    if (frames === null) return 0
    made.set(key, frames)
    this.#waiting.delete(connection)
    this.#spend(connection, sizeOf(frames))
    connection.isSynced = true
    connection.outbox.stream(frames, () => Y.encodeStateVector(doc))
    return 0
  }

  #make(question: Question): Frames | null {
    const frames = this.#maker.make(question)
    if (frames) this.#chargeFor(frames)
    this.#isTurnOfOthers = isOfNewcomer(question)
    return frames
  }

  #chargeFor(frames: Frames): void {
    const { document, clock } = this.#options
    this.#making.spend(sizeOf(frames) + countDocumentStructs(document.board) * BYTES_OF_LOOK, clock.now())
  }

  /** Nobody else asked for it: whoever did would only ask again. */
  #fail(key: string, cause: unknown): void {
    const { boardId, log } = this.#options
    log.error('socket.failed', { boardId, cause })
    for (const [connection, question] of [...this.#waiting])
      if (toKey(question) === key) connection.end('internal')
    this.goOn()
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

function isOfNewcomer({ vector }: Question): boolean {
  return vector.length === EMPTY_VECTOR_BYTES
}

function sizeOf(frames: Frames): number {
  return frames.reduce((sum, { length }) => sum + length, 0)
}
