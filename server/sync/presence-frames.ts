import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from '@/lib/sync/messages'

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
  const count = decoding.readVarUint(decoder)
  for (let read = 0; read < count; read++) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    if (isWanted(clientId)) entries.push({ clientId, clock, json: decoding.readVarString(decoder) })
    else decoding.readVarUint8Array(decoder)
  }
  if (decoding.hasContent(decoder)) throw new RangeError('bytes behind an awareness update')
  return entries
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
