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
  const bind = (type: number, read: (decoder: decoding.Decoder) => void): void => {
    const handler: Handler = (_encoder, decoder) => read(decoder)
    handlers[type] = handler
  }
  bind(MESSAGE.ack, (decoder) => messages.acked(decoding.readVarUint(decoder)))
  bind(MESSAGE.session, (decoder) => {
    const message = sessionMessageSchema.safeParse(readJson(decoder))
    if (message.success) messages.session(message.data)
  })
  bind(MESSAGE.lane, (decoder) => {
    for (const { senderClientId, frame } of decodeLaneRelay(decoder)) messages.lane(senderClientId, frame)
  })
  bind(MESSAGE.refusal, (decoder) => {
    const refusal = refusalSchema.safeParse(readJson(decoder))
    if (refusal.success) messages.refused(refusal.data)
  })
}
