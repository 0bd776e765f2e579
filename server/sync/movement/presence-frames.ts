import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'

/** A plain client sends back everybody it hears of, each once. */
const MOST_ENTRIES = LIMITS.CONNECTIONS_PER_ROOM * LIMITS.CLIENT_IDS_PER_CONNECTION

/** One client's presence as y-protocols writes it. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  /** JSON text; `null` where the client is gone. */
  readonly json: string
}

/** Reads an awareness update, taking the text only of clients that are wanted; throws where it is none. */
export function readPresence(update: Uint8Array, isWanted: (clientId: number) => boolean): PresenceEntry[] {
  const decoder = decoding.createDecoder(update)
  const entries: PresenceEntry[] = []
  const seen = new Set<number>()
  const count = decoding.readVarUint(decoder)
  if (count > MOST_ENTRIES) throw new RangeError('more presence than a board holds')
  for (let read = 0; read < count; read++) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    if (seen.has(clientId)) throw new RangeError('one client twice in an awareness update')
    seen.add(clientId)
    if (isWanted(clientId)) entries.push({ clientId, clock, json: decoding.readVarString(decoder) })
    else decoding.readVarUint8Array(decoder)
  }
  if (decoding.hasContent(decoder)) throw new RangeError('bytes behind an awareness update')
  return entries
}

/** Reads as `readPresence` does; null where it is no awareness update. */
export function parsePresence(
  update: Uint8Array,
  isWanted: (clientId: number) => boolean,
): PresenceEntry[] | null {
  try {
    return readPresence(update, isWanted)
  } catch {
    return null
  }
}

/** The frame that tells these entries. */
export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}
