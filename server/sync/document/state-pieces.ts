import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeSync, SYNC } from '@/lib/sync/messages'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
type Deletions = Decoded['ds']

/** A struct to give out, without its first `offset` parts, which the reader has. */
interface Part {
  readonly struct: Struct
  readonly offset: number
}

/** The structs of one client that are still to be given out, in the order of their clocks. */
interface Queue {
  readonly parts: Part[]
  at: number
}

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
 * one update and read again would cost several times as much.
 */
export function toDocumentFrames(doc: Y.Doc, vector: Uint8Array, pieceBytes: number): Uint8Array[] {
  const split = splitDocument(doc, vector, pieceBytes)
  if (split.pieces.length > 1) return toFrames(split)
  return [encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc, vector))]
}

function toFrames({ pieces, rest }: Split): Uint8Array[] {
  return [...pieces.map((piece) => encodeSync(SYNC.update, piece)), encodeSync(SYNC.step2, rest)]
}

/** Cuts an update into pieces. */
export function splitUpdate(update: Uint8Array, pieceBytes: number): Split {
  const { structs, ds } = Y.decodeUpdate(update)
  const parts = structs.map((struct) => ({ struct, offset: 0 }))
  return { pieces: toPieces(parts, pieceBytes), rest: encodeDeletions(ds) }
}

/** Cuts what a document holds beyond this vector into pieces. */
export function splitDocument(doc: Y.Doc, vector: Uint8Array, pieceBytes: number): Split {
  const known = Y.decodeStateVector(vector)
  // Yjs puts higher client ids first too: a reader then resolves conflicts with less work.
  const clients = [...doc.store.clients].sort(([one], [other]) => other - one)
  const parts = clients.flatMap(([client, structs]) => partsAfter(structs, known.get(client) ?? 0))
  const deletions = Y.createDeleteSetFromStructStore(doc.store)
  return { pieces: toPieces(parts, pieceBytes), rest: encodeDeletions(deletions) }
}

function partsAfter(structs: readonly Struct[], clock: number): Part[] {
  const last = structs.at(-1)
  if (!last || last.id.clock + last.length <= clock) return []
  const from = Y.findIndexSS(structs as Parameters<typeof Y.findIndexSS>[0], clock)
  return structs.slice(from).map((struct) => ({ struct, offset: Math.max(0, clock - struct.id.clock) }))
}

function toPieces(parts: readonly Part[], pieceBytes: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let piece = new Piece()
  for (const part of inOrderOfNeed(parts)) {
    piece.add(part)
    if (piece.sizeBytes < pieceBytes) continue
    pieces.push(piece.encode())
    piece = new Piece()
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
function* inOrderOfNeed(parts: readonly Part[]): Generator<Part> {
  const queues = new Map<number, Queue>()
  for (const part of parts) {
    const { client } = part.struct.id
    const queue = queues.get(client)
    if (queue) queue.parts.push(part)
    else queues.set(client, { parts: [part], at: 0 })
  }
  for (const [client, queue] of queues) {
    while (queue.at < queue.parts.length) yield takeNext(client, queues)
  }
}

/** Takes the next struct of this client, or one that it builds on and that is still to come. */
function takeNext(client: number, queues: ReadonlyMap<number, Queue>): Part {
  const visited = new Set<number>()
  for (let at = client; ;) {
    visited.add(at)
    const queue = queues.get(at)
    const part = queue?.parts[queue.at]
    if (!queue || !part) throw new RangeError('a struct was asked of a client that has none left')
    const needed = findNeeded(part.struct, queues)
    if (needed === undefined || visited.has(needed)) {
      queue.at++
      return part
    }
    at = needed
  }
}

/** The client whose next struct this one builds on; undefined where all it needs is out. */
function findNeeded(struct: Struct, queues: ReadonlyMap<number, Queue>): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined
  const ids = [struct.origin, struct.rightOrigin, findParentId(struct)]
  return ids.find((id) => {
    if (!id || id.client === struct.id.client) return false
    const queue = queues.get(id.client)
    const next = queue?.parts[queue.at]?.struct
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
