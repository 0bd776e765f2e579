import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { clamp } from '../clamp'
import { err, ok, type Result } from '../result'
import { LIMITS } from './limits'
import { MESSAGE } from './messages'

/** Positions travel in quarters of a pixel: finer than a screen shows, and most deltas fit two bytes. */
const STEPS_PER_PX = 4
/** Well beyond anything that stands on a board by itself. What lies in many others may lie further away, and is told to be here. */
const MOST_PX = 1e8

/** A record and where its top left corner was when the gesture began, in page px; for an initiative, where its card is. */
export interface LaneRecord {
  readonly id: string
  readonly x: number
  readonly y: number
}

/**
 * What a moving hand says, in page px throughout, whatever the records lie in. `move`: these records follow the
 * deltas. `tray`: the one record is an initiative on its way from the tray. `bounds`: only the outline is told.
 */
export type LaneFrame =
  | { kind: 'start'; gesture: number; what: 'move' | 'tray' | 'bounds'; records: readonly LaneRecord[] }
  | { kind: 'delta'; gesture: number; dx: number; dy: number }
  | { kind: 'bounds'; gesture: number; x: number; y: number; w: number; h: number }
  | { kind: 'end'; gesture: number }

/** The beginning of a gesture. */
export type LaneStart = Extract<LaneFrame, { kind: 'start' }>

const KINDS = ['start', 'delta', 'bounds', 'end'] as const
const WHATS = ['move', 'tray', 'bounds'] as const

/** Writes a frame as a client sends it: message type 102, then the frame. A delta is at most 24 bytes. */
export function encodeLaneFrame(frame: LaneFrame): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.lane)
    writeFrame(encoder, frame)
  })
}

/** Reads a client's frame behind its type number. */
export function decodeLaneFrame(bytes: Uint8Array): Result<LaneFrame, 'invalid-document'> {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    return frame === null || decoding.hasContent(decoder) ? err('invalid-document') : ok(frame)
  } catch {
    return err('invalid-document')
  }
}

/** A frame and by which awareness client id its sender is present. */
export interface LaneRelayed {
  readonly senderClientId: number
  readonly frame: LaneFrame
}

/** One frame as it stands among those the server relays: its sender's awareness client id, then the sender's bytes. */
export function toRelayedPart(senderClientId: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, senderClientId)
    encoding.writeUint8Array(encoder, body)
  })
}

/** What the server relays in one message: type 102, then one part after the other. */
export function encodeLaneRelay(parts: Iterable<Uint8Array>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.lane)
    for (const part of parts) encoding.writeUint8Array(encoder, part)
  })
}

/** Reads relayed frames behind their type number, as far as they can be read. */
export function decodeLaneRelay(decoder: decoding.Decoder): readonly LaneRelayed[] {
  const relayed: LaneRelayed[] = []
  try {
    while (decoding.hasContent(decoder)) {
      const senderClientId = decoding.readVarUint(decoder)
      const frame = readFrame(decoder)
      if (frame === null) break
      relayed.push({ senderClientId, frame })
    }
  } catch {
    return relayed
  }
  return relayed
}

function writeFrame(encoder: encoding.Encoder, frame: LaneFrame): void {
  encoding.writeVarUint(encoder, KINDS.indexOf(frame.kind))
  encoding.writeVarUint(encoder, frame.gesture)
  switch (frame.kind) {
    case 'start':
      encoding.writeVarUint(encoder, WHATS.indexOf(frame.what))
      encoding.writeVarUint(encoder, frame.records.length)
      for (const record of frame.records) {
        encoding.writeVarString(encoder, record.id)
        writePx(encoder, [record.x, record.y])
      }
      return
    case 'delta':
      return writePx(encoder, [frame.dx, frame.dy])
    case 'bounds':
      return writePx(encoder, [frame.x, frame.y, frame.w, frame.h])
    case 'end':
      return
  }
}

function readFrame(decoder: decoding.Decoder): LaneFrame | null {
  const kind = KINDS[decoding.readVarUint(decoder)]
  const gesture = decoding.readVarUint(decoder)
  switch (kind) {
    case 'start':
      return readStart(decoder, gesture)
    case 'delta':
      return { kind, gesture, dx: readPx(decoder), dy: readPx(decoder) }
    case 'bounds':
      return readBounds(decoder, gesture)
    case 'end':
      return { kind, gesture }
    default:
      return null
  }
}

function readBounds(decoder: decoding.Decoder, gesture: number): LaneFrame | null {
  const [x, y, w, h] = [readPx(decoder), readPx(decoder), readPx(decoder), readPx(decoder)]
  return w < 0 || h < 0 ? null : { kind: 'bounds', gesture, x, y, w, h }
}

function readStart(decoder: decoding.Decoder, gesture: number): LaneFrame | null {
  const what = WHATS[decoding.readVarUint(decoder)]
  const count = decoding.readVarUint(decoder)
  if (what === undefined || count > LIMITS.LANE_RECORDS) return null
  const records: LaneRecord[] = []
  for (let read = 0; read < count; read++) {
    const id = decoding.readVarString(decoder)
    if (id.length > LIMITS.RECORD_ID_CHARACTERS) return null
    records.push({ id, x: readPx(decoder), y: readPx(decoder) })
  }
  return { kind: 'start', gesture, what, records }
}

function writePx(encoder: encoding.Encoder, values: readonly number[]): void {
  for (const value of values)
    encoding.writeVarInt(encoder, Math.round(clamp(value, -MOST_PX, MOST_PX) * STEPS_PER_PX))
}

function readPx(decoder: decoding.Decoder): number {
  const px = decoding.readVarInt(decoder) / STEPS_PER_PX
  if (Math.abs(px) > MOST_PX) throw new RangeError('a place off every board')
  return px
}
