import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { toBase64Url } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, isEmptyUpdate, SYNC } from '@/lib/sync/messages'
import type { Connection } from './connection'
import type { LiveDocument } from './document/live-document'
import { toStateFrames } from './document/state-pieces'

interface Question {
  readonly vector: Uint8Array
  /** An answer to step1 ends with a step2; whoever merely fell behind gets an update. */
  readonly kind: 'step2' | 'update'
}

/** A client's own ids of whatever the server does not have yet. */
const UNKNOWN_CLIENTS = 1_000

/** Answers what a client lacks, from what is safe on disk only: it waits until the document is at rest. */
export class StateAnswers {
  readonly #document: LiveDocument
  #waiting = new Map<Connection, Question>()

  constructor(document: LiveDocument) {
    this.#document = document
  }

  /** Says whether this can be the state vector of a copy of this document. Reads no more of it than such a one holds. */
  isVector(vector: Uint8Array): boolean {
    try {
      const clients = decoding.readVarUint(decoding.createDecoder(vector))
      if (clients > this.#document.board.doc.store.clients.size + UNKNOWN_CLIENTS) return false
      Y.decodeStateVector(vector)
      return true
    } catch {
      return false
    }
  }

  /** Answers as soon as it may; of several questions of one connection only the last counts. */
  ask(connection: Connection, question: Question): void {
    const isFirst = this.#waiting.size === 0
    const kind = this.#waiting.get(connection)?.kind === 'step2' ? 'step2' : question.kind
    this.#waiting.set(connection, { ...question, kind })
    if (isFirst) this.#document.whenAtRest(() => this.#answerAll())
  }

  #answerAll(): void {
    const waiting = this.#waiting
    this.#waiting = new Map()
    // After a restart everybody asks the same question at once.
    const known = new Map<string, readonly Uint8Array[]>()
    const { doc } = this.#document.board
    for (const [connection, question] of waiting) {
      if (!connection.isOpen) continue
      const key = `${question.kind} ${toBase64Url(question.vector)}`
      const frames = known.get(key) ?? toFrames(Y.encodeStateAsUpdate(doc, question.vector), question.kind)
      known.set(key, frames)
      connection.isSynced = true
      connection.outbox.stream(frames, () => Y.encodeStateVector(doc))
    }
  }
}

function toFrames(state: Uint8Array, kind: Question['kind']): readonly Uint8Array[] {
  if (kind === 'step2') return toStateFrames(state, LIMITS.STATE_PIECE_BYTES)
  return isEmptyUpdate(state) ? [] : [encodeSync(SYNC.update, state)]
}
