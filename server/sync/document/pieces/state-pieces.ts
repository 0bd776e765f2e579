import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { runAtOnce } from '@/lib/run-at-once'
import { encodeSync, SYNC } from '@/lib/sync/messages'
import { PARTS_OF_PIECE } from './cut-update'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
type Deletions = Decoded['ds']

/** A struct to give out, without its first `offset` parts, which the reader has. */
interface Part {
  readonly struct: Struct
  readonly offset: number
}

/** The structs of one client, in the order of their clocks, and the next one to be given out. */
interface Queue {
  readonly structs: readonly Struct[]
  at: number
  /** So much of that one the reader has. */
  offset: number
}

type Queues = ReadonlyMap<number, Queue>

/** Pieces that each build only on those before them; `rest` holds the deletions. */
interface Split {
  readonly pieces: readonly Uint8Array[]
  readonly rest: Uint8Array
}

/**
 * The frames by which a client learns a state: a step2 alone where it is small, else update frames of about
 * `pieceBytes` and a small step2. A single huge step2 on a slow line would outlast the client's patience for ever.
 */
export function toStateFrames(state: Uint8Array, pieceBytes: number): Uint8Array[] {
  if (state.length <= pieceBytes) return [encodeSync(SYNC.step2, state)]
  return toFrames(splitUpdate(state, pieceBytes))
}

/**
 * The same frames for what a document holds beyond this vector, cut from the document itself: a large state written as
 * one update and read again would cost several times as much. Yields after each piece, between which the document has to
 * stay as it is.
 */
export function* toDocumentFrames(
  doc: Y.Doc,
  vector: Uint8Array,
  pieceBytes: number,
): Generator<void, Uint8Array[]> {
  const split = yield* splitDocument(doc, vector, pieceBytes)
  if (split.pieces.length > 1) return toFrames(split)
  return [encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc, vector))]
}

function toFrames({ pieces, rest }: Split): Uint8Array[] {
  return [...pieces.map((piece) => encodeSync(SYNC.update, piece)), encodeSync(SYNC.step2, rest)]
}

/** Cuts an update into pieces. */
export function splitUpdate(update: Uint8Array, pieceBytes: number): Split {
  const { structs, ds } = Y.decodeUpdate(update)
  const ofClients = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = ofClients.get(struct.id.client)
    if (own) own.push(struct)
    else ofClients.set(struct.id.client, [struct])
  }
  const queues = new Map([...ofClients].map(([client, own]) => [client, { structs: own, at: 0, offset: 0 }]))
  return { pieces: runAtOnce(cutPieces(queues, pieceBytes)), rest: encodeDeletions(ds) }
}

/** Cuts what a document holds beyond this vector into pieces; yields after each, and the document has to stay as it is. */
export function* splitDocument(doc: Y.Doc, vector: Uint8Array, pieceBytes: number): Generator<void, Split> {
  const known = Y.decodeStateVector(vector)
  const queues = new Map<number, Queue>()
  // Yjs puts higher client ids first too: a reader then resolves conflicts with less work.
  for (const [client, structs] of [...doc.store.clients].sort(([one], [other]) => other - one)) {
    const queue = queueAfter(structs, known.get(client) ?? 0)
    if (queue) queues.set(client, queue)
  }
  const pieces = yield* cutPieces(queues, pieceBytes)
  return { pieces, rest: encodeDeletions(Y.createDeleteSetFromStructStore(doc.store)) }
}

/** What follows on this clock; null where nothing does. */
function queueAfter(structs: readonly Struct[], clock: number): Queue | null {
  const last = structs.at(-1)
  if (!last || last.id.clock + last.length <= clock) return null
  const at = Y.findIndexSS(structs as Parameters<typeof Y.findIndexSS>[0], clock)
  return { structs, at, offset: Math.max(0, clock - (structs[at]?.id.clock ?? clock)) }
}

function* cutPieces(queues: Queues, pieceBytes: number): Generator<void, Uint8Array[]> {
  const pieces: Uint8Array[] = []
  let [piece, parts] = [new Piece(), 0]
  for (const part of inOrderOfNeed(queues)) {
    piece.add(part)
    const isFull = piece.sizeBytes >= pieceBytes
    if (isFull) {
      pieces.push(piece.encode())
      piece = new Piece()
    }
    if (isFull || ++parts % PARTS_OF_PIECE === 0) yield
  }
  if (piece.sizeBytes > 0) pieces.push(piece.encode())
  return pieces
}

/** Structs of one update in the making: Yjs wants one section per client. */
class Piece {
  readonly #sections = new Map<number, { clock: number; count: number; encoder: Y.UpdateEncoderV1 }>()
  sizeBytes = 0

  add({ struct, offset }: Part): void {
    const { client } = struct.id
    const clock = struct.id.clock + offset
    const section = this.#sections.get(client) ?? { clock, count: 0, encoder: new Y.UpdateEncoderV1() }
    this.#sections.set(client, section)
    const before = encoding.length(section.encoder.restEncoder)
    struct.write(section.encoder, offset)
    section.count++
    this.sizeBytes += encoding.length(section.encoder.restEncoder) - before
  }

  encode(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.#sections.size)
      for (const [client, section] of this.#sections) {
        encoding.writeVarUint(encoder, section.count)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, section.clock)
        encoding.writeUint8Array(encoder, section.encoder.toUint8Array())
      }
      encoding.writeVarUint(encoder, 0)
    })
  }
}

/** Every struct after those it builds on, so that no piece waits at the reader for one that comes later. */
function* inOrderOfNeed(queues: Queues): Generator<Part> {
  for (const [client, queue] of queues) {
    while (queue.at < queue.structs.length) yield takeNext(client, queues)
  }
}

/** Takes the next struct of this client, or one that it builds on and that is still to come. */
function takeNext(client: number, queues: Queues): Part {
  const visited = new Set<number>()
  for (let at = client; ;) {
    visited.add(at)
    const queue = queues.get(at)
    const struct = queue?.structs[queue.at]
    if (!queue || !struct) throw new RangeError('a struct was asked of a client that has none left')
    const needed = findNeeded(struct, queues)
    if (needed === undefined || visited.has(needed)) {
      const { offset } = queue
      queue.at++
      queue.offset = 0
      return { struct, offset }
    }
    at = needed
  }
}

/** The client whose next struct this one builds on; undefined where all it needs is out. */
function findNeeded(struct: Struct, queues: Queues): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined
  const ids = [struct.origin, struct.rightOrigin, findParentId(struct)]
  return ids.find((id) => {
    if (!id || id.client === struct.id.client) return false
    const queue = queues.get(id.client)
    const next = queue?.structs[queue.at]
    return next !== undefined && next.id.clock <= id.clock
  })?.client
}

/** The item that holds this one; null where a root does. It is named by its id in an update, by its type in a document. */
function findParentId({ parent }: Y.Item): Y.ID | null {
  if (parent instanceof Y.ID) return parent
  return parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null
}

function encodeDeletions(deletions: Deletions): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, deletions.clients.size)
    for (const [client, ranges] of deletions.clients) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const range of ranges) {
        encoding.writeVarUint(encoder, range.clock)
        encoding.writeVarUint(encoder, range.len)
      }
    }
  })
}
