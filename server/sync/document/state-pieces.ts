import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeSync, SYNC } from '@/lib/sync/messages'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
type Deletions = Decoded['ds']

/** The structs of one client that are still to be given out, in the order of their clocks. */
interface Queue {
  readonly structs: Struct[]
  at: number
}

/**
 * The frames by which a client learns a state: a step2 alone where it is small, else update frames of about
 * `pieceBytes` and a small step2. A single huge step2 on a slow line would outlast the client's patience for ever.
 */
export function toStateFrames(state: Uint8Array, pieceBytes: number): Uint8Array[] {
  if (state.length <= pieceBytes) return [encodeSync(SYNC.step2, state)]
  const { pieces, rest } = splitUpdate(state, pieceBytes)
  return [...pieces.map((piece) => encodeSync(SYNC.update, piece)), encodeSync(SYNC.step2, rest)]
}

/** Cuts an update into pieces that each build only on those before them; `rest` holds the deletions. */
export function splitUpdate(
  update: Uint8Array,
  pieceBytes: number,
): { pieces: Uint8Array[]; rest: Uint8Array } {
  const { structs, ds } = Y.decodeUpdate(update)
  const pieces: Uint8Array[] = []
  let piece = new Piece()
  for (const struct of inOrderOfNeed(structs)) {
    piece.add(struct)
    if (piece.sizeBytes < pieceBytes) continue
    pieces.push(piece.encode())
    piece = new Piece()
  }
  if (piece.sizeBytes > 0) pieces.push(piece.encode())
  return { pieces, rest: encodeDeletions(ds) }
}

/** Structs of one update in the making: Yjs wants one section per client. */
class Piece {
  readonly #sections = new Map<number, { clock: number; count: number; encoder: Y.UpdateEncoderV1 }>()
  sizeBytes = 0

  add(struct: Struct): void {
    const { client, clock } = struct.id
    const section = this.#sections.get(client) ?? { clock, count: 0, encoder: new Y.UpdateEncoderV1() }
    this.#sections.set(client, section)
    const before = encoding.length(section.encoder.restEncoder)
    struct.write(section.encoder, 0)
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
function* inOrderOfNeed(structs: readonly Struct[]): Generator<Struct> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client)
    if (queue) queue.structs.push(struct)
    else queues.set(struct.id.client, { structs: [struct], at: 0 })
  }
  for (const [client, queue] of queues) {
    while (queue.at < queue.structs.length) yield takeNext(client, queues)
  }
}

/** Takes the next struct of this client, or one that it builds on and that is still to come. */
function takeNext(client: number, queues: ReadonlyMap<number, Queue>): Struct {
  const visited = new Set<number>()
  for (let at = client; ;) {
    visited.add(at)
    const queue = queues.get(at)
    const struct = queue?.structs[queue.at]
    if (!queue || !struct) throw new RangeError('a struct was asked of a client that has none left')
    const needed = findNeeded(struct, queues)
    if (needed === undefined || visited.has(needed)) {
      queue.at++
      return struct
    }
    at = needed
  }
}

/** The client whose next struct this one builds on; undefined where all it needs is out. */
function findNeeded(struct: Struct, queues: ReadonlyMap<number, Queue>): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined
  const parent: unknown = struct.parent
  const ids = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  return ids.find((id) => {
    if (!id || id.client === struct.id.client) return false
    const queue = queues.get(id.client)
    const next = queue?.structs[queue.at]
    return next !== undefined && next.id.clock <= id.clock
  })?.client
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
