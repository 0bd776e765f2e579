import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { cutDeletions, PARTS_OF_PIECE, readStructs, type StructOrGap } from './cut-update'

/** An update as short as this is a piece by itself. */
export const PIECE_AT_MOST_BYTES = 64 * 1024

/**
 * Applies an update to a document that nobody sees meanwhile, as `Y.applyUpdate` does; yields after each piece. Where it
 * is not whole, or no update, it is left to Yjs, all at once.
 */
export function* applyInPieces(doc: Y.Doc, update: Uint8Array): Generator<void, void> {
  if (update.length <= PIECE_AT_MOST_BYTES) return Y.applyUpdate(doc, update)
  try {
    const decoder = decoding.createDecoder(update)
    yield* new Integration(doc, yield* readStructs(decoder)).takeAll()
    for (const deletions of cutDeletions(decoder)) {
      Y.applyUpdate(doc, deletions)
      yield
    }
  } catch {
    Y.applyUpdate(doc, update)
  }
}

interface Queue {
  readonly structs: readonly StructOrGap[]
  at: number
}

/** Takes structs into a document, each after those it builds on, as Yjs does with those of one update. */
class Integration {
  readonly #doc: Y.Doc
  readonly #queues = new Map<number, Queue>()
  /** Those that wait to be begun; Yjs begins with the highest, too: then less has to be moved. */
  readonly #clients: number[]
  /** The client whose next struct is to come, above those that wait for it. */
  readonly #stack: number[] = []

  constructor(doc: Y.Doc, structs: ReadonlyMap<number, readonly StructOrGap[]>) {
    this.#doc = doc
    for (const [client, own] of structs) this.#queues.set(client, { structs: own, at: 0 })
    this.#clients = [...structs.keys()].sort((one, other) => one - other)
  }

  *takeAll(): Generator<void, void> {
    for (let isMore = true; isMore;) {
      this.#doc.transact((transaction) => (isMore = this.#takePiece(transaction)))
      yield
    }
  }

  #takePiece(transaction: Y.Transaction): boolean {
    for (let part = 0; part < PARTS_OF_PIECE; part++) if (!this.#takeNext(transaction)) return false
    return true
  }

  /** False where none is left. */
  #takeNext(transaction: Y.Transaction): boolean {
    for (;;) {
      const client = this.#stack.at(-1) ?? this.#clients.pop()
      if (client === undefined) return false
      if (this.#stack.length === 0) this.#stack.push(client)
      const queue = this.#queues.get(client)
      const struct = queue?.structs[queue.at]
      if (queue && struct) {
        const missing = this.#take(struct, transaction)
        if (missing === null) {
          queue.at++
          if (this.#stack.length > 1) this.#stack.pop()
          return true
        }
        this.#stack.push(missing)
      } else if (this.#stack.length === 1) this.#stack.pop()
      else throw new RangeError('a struct builds on something that is missing')
      if (this.#stack.length > this.#queues.size + 1) throw new RangeError('structs build on each other')
    }
  }

  /** Takes a struct in, or answers with the client whose next one has to come before. */
  #take(struct: StructOrGap, transaction: Y.Transaction): number | null {
    const { store } = this.#doc
    const offset = Y.getState(store, struct.id.client) - struct.id.clock
    if (offset < 0 || struct instanceof Y.Skip) throw new RangeError('something is left out')
    if (offset >= struct.length) return null
    if (struct instanceof Y.Item) {
      // Of an update, a root is named; Yjs knows only the type itself from here on.
      const { parent } = struct as { parent: unknown }
      if (typeof parent === 'string') struct.parent = this.#doc.get(parent)
      const missing = struct.getMissing(transaction, store)
      if (missing !== null) return missing
    }
    struct.integrate(transaction, offset)
    return null
  }
}
