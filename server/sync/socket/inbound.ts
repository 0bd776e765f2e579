import * as decoding from 'lib0/decoding'
import type { ErrorCode } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'
import { decodeLaneFrame, type LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { isEmptyUpdate, MESSAGE, SYNC } from '@/lib/sync/messages'
import { weighUpdate } from './weigh-update'

/** One message of a client, taken apart as far as the socket layer understands it. */
export type Inbound =
  | { kind: 'step1'; vector: Uint8Array }
  | InboundUpdate
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'presence-query' }
  | { kind: 'lane'; frame: LaneFrame; body: Uint8Array }

/** A step2 or update; `workBytes` is how much work its parts are, see `weighUpdate`. */
export interface InboundUpdate {
  readonly kind: 'step2' | 'update'
  readonly update: Uint8Array
  readonly isEmpty: boolean
  readonly workBytes: number
}

type Parsed = Result<Inbound, ErrorCode>

/** Reads one message. Whatever no client of ours or of y-websocket sends is `invalid-document` or `too-large`. */
export function parseInbound(bytes: Uint8Array | null): Parsed {
  if (bytes === null) return err('invalid-document')
  if (bytes.length > LIMITS.FRAME_BYTES) return err('too-large')
  try {
    return readMessage(bytes)
  } catch {
    return err('invalid-document')
  }
}

function readMessage(bytes: Uint8Array): Parsed {
  const decoder = decoding.createDecoder(bytes)
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return whole(decoder, { kind: 'presence', update: decoding.readVarUint8Array(decoder) })
    case MESSAGE.queryAwareness:
      return whole(decoder, { kind: 'presence-query' })
    case MESSAGE.lane:
      return readLane(decoding.readTailAsUint8Array(decoder))
    default:
      return err('invalid-document')
  }
}

function readSync(decoder: decoding.Decoder): Parsed {
  const kind = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step1) {
    if (!mayBeVector(payload)) return err('invalid-document')
    return whole(decoder, { kind: 'step1', vector: payload })
  }
  if (kind !== SYNC.step2 && kind !== SYNC.update) return err('invalid-document')
  const isStep2 = kind === SYNC.step2
  if (payload.length > (isStep2 ? LIMITS.STEP2_BYTES : LIMITS.UPDATE_BYTES)) return err('too-large')
  const isEmpty = isEmptyUpdate(payload)
  const workBytes = weighUpdate(payload)
  return whole(decoder, { kind: isStep2 ? 'step2' : 'update', update: payload, isEmpty, workBytes })
}

/** Says whether this many clients can stand in so few bytes; whether they are any is asked by who knows the document. */
function mayBeVector(payload: Uint8Array): boolean {
  const decoder = decoding.createDecoder(payload)
  return decoding.readVarUint(decoder) * 2 <= payload.length - decoder.pos
}

function readLane(body: Uint8Array): Parsed {
  if (body.length > LIMITS.LANE_START_BYTES) return err('too-large')
  const frame = decodeLaneFrame(body)
  if (!frame.ok) return frame
  if (frame.value.kind !== 'start' && body.length > LIMITS.LANE_DELTA_BYTES) return err('too-large')
  return ok({ kind: 'lane', frame: frame.value, body })
}

function whole(decoder: decoding.Decoder, message: Inbound): Parsed {
  return decoding.hasContent(decoder) ? err('invalid-document') : ok(message)
}
