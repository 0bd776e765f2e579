import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { beforeEach, expect, test } from 'vitest'
import { bindPrivateMessages } from '@/components/board/sync/private-messages'
import { encodeAck, encodeJson, MESSAGE } from '@/lib/sync/messages'

type Handler = (encoder: encoding.Encoder, decoder: decoding.Decoder) => void

let heard: unknown[]
let handlers: Handler[]

beforeEach(() => {
  heard = []
  handlers = []
  const hear = (message: unknown): void => void heard.push(message)
  bindPrivateMessages(handlers, { acked: hear, session: hear, lane: hear, refused: hear })
})

/** Hands over a frame as the provider does. */
function receive(frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame)
  handlers[decoding.readVarUint(decoder)]?.(encoding.createEncoder(), decoder)
}

function textFrame(type: number, text: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarString(encoder, text)
  })
}

test('a message that cannot be read is passed over, and those after it are heard', () => {
  receive(textFrame(MESSAGE.session, '{"type":"role","ro'))
  receive(textFrame(MESSAGE.refusal, ''))
  receive(encodeJson(MESSAGE.session, { type: 'of a newer server' }))
  receive(Uint8Array.of(MESSAGE.session, 200))
  receive(Uint8Array.of(MESSAGE.ack))
  expect(heard).toEqual([])
  receive(encodeJson(MESSAGE.session, { type: 'role', role: 'viewer' }))
  receive(encodeJson(MESSAGE.refusal, { code: 'not-allowed', record: 'records/shape:a' }))
  receive(encodeAck(3))
  const refusal = { code: 'not-allowed', record: 'records/shape:a' }
  expect(heard).toEqual([{ type: 'role', role: 'viewer' }, refusal, 3])
})

test('a fault of ours in what hears a message is not passed over', () => {
  const acked = (): void => {
    throw new Error('a fault of ours')
  }
  const nothing = (): void => undefined
  bindPrivateMessages(handlers, { acked, session: nothing, lane: nothing, refused: nothing })
  expect(() => receive(encodeAck(1))).toThrow('a fault of ours')
})
