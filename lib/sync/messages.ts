import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as z from '../zod'
import { isErrorCode, type ErrorCode } from '../errors'
import { ROLES } from '../access/roles'

/** The first number of a frame. 0-3 are y-websocket's own; 100-103 are Contour's, sent only to who asked by `caps`. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  ack: 100,
  session: 101,
  lane: 102,
  refusal: 103,
} as const

/** The second number of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The connection parameter by which a client asks for private messages: `caps=ack,session,lane,refusal`. */
export const CAPS = ['ack', 'session', 'lane', 'refusal'] as const
export type Cap = (typeof CAPS)[number]

/** Reads the `caps` parameter; unknown words are passed over. */
export function parseCaps(parameter: string | null): ReadonlySet<Cap> {
  const words = new Set((parameter ?? '').split(','))
  return new Set(CAPS.filter((cap) => words.has(cap)))
}

/** What the server says on message 101. */
export const sessionMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    personId: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    epoch: z.number(),
    /** What the board is called, where the door knows it. */
    title: z.string().optional(),
    serverTime: z.number(),
  }),
  z.object({ type: z.literal('role'), role: z.enum(ROLES) }),
  z.object({ type: z.literal('name'), name: z.string() }),
  z.object({ type: z.literal('title'), title: z.string() }),
  z.object({ type: z.literal('storage'), state: z.enum(['failing', 'working']) }),
])
export type SessionMessage = z.infer<typeof sessionMessageSchema>

/** A write the server refused, told to its author alone. `record` is `<root>/<id>`. */
export const refusalSchema = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code)),
  record: z.string(),
})
export type Refusal = z.infer<typeof refusalSchema>

/** Message 100: how many non-empty step2 and update messages of this connection are safe on disk. */
export function encodeAck(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ack)
    encoding.writeVarUint(encoder, count)
  })
}

/** Message 101 or 103: one JSON value. */
export function encodeJson(
  type: typeof MESSAGE.session | typeof MESSAGE.refusal,
  value: unknown,
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarString(encoder, JSON.stringify(value))
  })
}

/** Reads the JSON value behind the type number of message 101 or 103; throws where it is none. */
export function readJson(decoder: decoding.Decoder): unknown {
  return JSON.parse(decoding.readVarString(decoder)) as unknown
}

/** A sync frame around update bytes, as y-protocols writes it. */
export function encodeSync(kind: (typeof SYNC)[keyof typeof SYNC], payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** Says whether an update changes nothing (no structs, no deletions), in Yjs update format v1. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/** Says whether a frame a client sends counts towards the ack: a step2 or update that is not empty. */
export function countsTowardsAck(frame: Uint8Array): boolean {
  if (frame[0] !== MESSAGE.sync || (frame[1] !== SYNC.step2 && frame[1] !== SYNC.update)) return false
  const decoder = decoding.createDecoder(frame.subarray(2))
  return !isEmptyUpdate(decoding.readVarUint8Array(decoder))
}

/** The empty awareness frame: valid, fires nothing, and quiets the 30 s watchdog of y-websocket. */
export const HEARTBEAT_FRAME: Uint8Array = new Uint8Array([MESSAGE.awareness, 1, 0])
