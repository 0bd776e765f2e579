import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAck, MESSAGE } from '@/lib/sync/messages'
import { asItIs, type Wire } from '../support/wire'

// Hocuspocus speaks y-websocket behind the name of the document, with numbers of its own past the first four.
const AUTH = 2
const TOKEN = 0
const SYNC_REPLY = 4
const SYNC_STATUS = 8

/** To a room of y-websocket's own server: the frames as they are. */
export function yWebsocketWire(port: number, room: string): Wire {
  return {
    url: `ws://127.0.0.1:${port}/${room}`,
    headers: {},
    greetings: [],
    wrap: asItIs,
    unwrap: asItIs,
  }
}

/** To a document of Hocuspocus. What it says of a change it took is read as an ack: it means "in memory". */
export function hocuspocusWire(port: number, room: string, role: 'editor' | 'viewer'): Wire {
  const name = encoding.encode((encoder) => encoding.writeVarString(encoder, room))
  const greeting = encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room)
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, TOKEN)
    encoding.writeVarString(encoder, role)
  })
  let taken = 0
  return {
    url: `ws://127.0.0.1:${port}`,
    headers: {},
    greetings: [greeting],
    wrap: (frame) => Buffer.concat([name, frame]),
    unwrap(bytes) {
      const frame = bytes.subarray(name.length)
      if (frame[0] === SYNC_REPLY) frame[0] = MESSAGE.sync
      if (frame[0] !== SYNC_STATUS) return frame
      return encodeAck(decoding.readVarUint(decoding.createDecoder(frame.subarray(1))) ? ++taken : taken)
    },
  }
}
