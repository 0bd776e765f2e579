import * as decoding from 'lib0/decoding'
import { decodeLaneRelay, type LaneFrame } from '@/lib/sync/lane-frames'
import {
  MESSAGE,
  readJson,
  refusalSchema,
  sessionMessageSchema,
  type Refusal,
  type SessionMessage,
} from '@/lib/sync/messages'

/** What the server says besides the document and presence. */
export interface PrivateMessages {
  acked(frames: number): void
  session(message: SessionMessage): void
  lane(senderClientId: number, frame: LaneFrame): void
  refused(refusal: Refusal): void
}

type Handler = (encoder: unknown, decoder: decoding.Decoder) => void

/**
 * Sets the handlers for messages 100-103 into a provider's list. A message that cannot be read is passed over: the
 * server may be newer than this page, and the document does not depend on it.
 */
export function bindPrivateMessages(handlers: unknown[], messages: PrivateMessages): void {
  const bind = <Read>(
    type: number,
    read: (decoder: decoding.Decoder) => Read,
    hear: (read: Read) => void,
  ): void => {
    const handler: Handler = (_encoder, decoder) => {
      const message = readOrNull(decoder, read)
      if (message !== null) hear(message)
    }
    handlers[type] = handler
  }
  bind(MESSAGE.ack, decoding.readVarUint, (frames) => messages.acked(frames))
  bind(
    MESSAGE.session,
    (decoder) => sessionMessageSchema.parse(readJson(decoder)),
    (message) => messages.session(message),
  )
  bind(MESSAGE.lane, decodeLaneRelay, (movements) => {
    for (const { senderClientId, frame } of movements) messages.lane(senderClientId, frame)
  })
  bind(
    MESSAGE.refusal,
    (decoder) => refusalSchema.parse(readJson(decoder)),
    (refusal) => messages.refused(refusal),
  )
}

function readOrNull<Read>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => Read): Read | null {
  try {
    return read(decoder)
  } catch {
    return null
  }
}
