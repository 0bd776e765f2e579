import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import { COLLECTED, skipStruct } from '../../wire/skip-struct'

/** Below this, nothing is gained. */
const WORTH_IT_FROM_BYTES = 4 * 1024

/**
 * Leaves out of an update which deleted ranges name only what the document has lost already, or what comes as collected
 * with the update itself: they change nothing, every step2 carries them all, and building a hundred thousand of them
 * takes a tenth of a second. Builds nothing of what it reads. Whatever cannot be read, lists a client twice or its ranges
 * not in order, or holds more than anybody sends is left as it is.
 */
export function leaveOutGone(update: Uint8Array, store: Y.Doc['store']): Uint8Array {
  if (update.length < WORTH_IT_FROM_BYTES) return update
  try {
    return leaveOut(update, store) ?? update
  } catch {
    return update
  }
}

/** Null where there is nothing to leave out. */
function leaveOut(update: Uint8Array, store: Y.Doc['store']): Uint8Array | null {
  const from = decoding.createDecoder(update)
  const collected = readCollected(from)
  const to = encoding.createEncoder()
  encoding.writeUint8Array(to, update.subarray(0, from.pos))
  const clients = decoding.readVarUint(from)
  const listed = new Set<number>()
  const kept: Uint8Array[] = []
  let [read, left] = [0, 0]
  for (let at = 0; at < clients; at++) {
    const client = decoding.readVarUint(from)
    // Each listing walks along what is gone of its client.
    if (listed.has(client)) return null
    listed.add(client)
    const isGone = createLookup(client, { collected: collected.get(client), store })
    const count = decoding.readVarUint(from)
    if ((read += count) > LIMITS.DELETED_RANGES_PER_UPDATE) return null
    const ranges = keepOthers(from, count, isGone)
    if (ranges === null) return null
    left += ranges.count
    if (ranges.count > 0) kept.push(ofClient(client, ranges))
  }
  if (left === read || decoding.hasContent(from)) return null
  encoding.writeVarUint(to, kept.length)
  for (const ranges of kept) encoding.writeUint8Array(to, ranges)
  return encoding.toUint8Array(to)
}

/** Deleted ranges of one client as they stand on the wire. */
interface Ranges {
  readonly count: number
  readonly bytes: Uint8Array
}

/** Reads so many ranges; answers with those of what is not gone, or null where they are not in order. */
function keepOthers(from: decoding.Decoder, count: number, isGone: Lookup): Ranges | null {
  const encoder = encoding.createEncoder()
  let [kept, end] = [0, 0]
  for (let at = 0; at < count; at++) {
    const clock = decoding.readVarUint(from)
    const length = decoding.readVarUint(from)
    if (clock < end || length === 0) return null
    end = clock + length
    if (isGone(clock, end)) continue
    kept++
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, length)
  }
  return { count: kept, bytes: encoding.toUint8Array(encoder) }
}

function ofClient(client: number, { count, bytes }: Ranges): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, count)
    encoding.writeUint8Array(encoder, bytes)
  })
}

/** From one clock to another, without the latter. */
interface Span {
  readonly begin: number
  readonly end: number
}

/** Reads past the structs of an update; answers with the collected one that each client's begin with. */
function readCollected(from: decoding.Decoder): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>()
  for (let clients = decoding.readVarUint(from); clients > 0; clients--) {
    const count = decoding.readVarUint(from)
    const [client, begin] = [decoding.readVarUint(from), decoding.readVarUint(from)]
    for (let at = 0; at < count; at++) {
      const start = from.pos
      skipStruct(from)
      if (at > 0 || from.arr[start] !== COLLECTED) continue
      const length = decoding.readVarUint(new decoding.Decoder(from.arr.subarray(start + 1, from.pos)))
      spans.set(client, { begin, end: begin + length })
    }
  }
  return spans
}

/** Whether all from one clock to another is gone. */
type Lookup = (clock: number, end: number) => boolean

/** Looks up what one client wrote; quickly where clocks rise. */
function createLookup(
  client: number,
  { collected, store }: { readonly collected: Span | undefined; readonly store: Y.Doc['store'] },
): Lookup {
  const structs = store.clients.get(client) ?? []
  const state = Y.getState(store, client)
  let gone: Span = { begin: 0, end: 0 }
  const goneAt = (clock: number): Span => {
    let at = Y.findIndexSS(structs, clock)
    const begin = structs[at]?.id.clock ?? clock
    while (structs[at]?.deleted) at++
    return { begin, end: structs[at]?.id.clock ?? state }
  }
  const isLost = (clock: number, end: number): boolean => {
    if (clock < gone.begin || clock >= gone.end) gone = goneAt(clock)
    return clock >= gone.begin && end <= gone.end
  }
  return (clock, end) => {
    // What the document has of it is as the document has it, whatever an update says that it is by now.
    if (clock < state && !isLost(clock, Math.min(end, state))) return false
    if (end <= state) return true
    return collected !== undefined && Math.max(clock, state) >= collected.begin && end <= collected.end
  }
}
