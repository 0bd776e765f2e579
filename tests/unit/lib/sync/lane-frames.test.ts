import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import {
  decodeLaneFrame,
  decodeLaneRelay,
  encodeLaneFrame,
  encodeLaneRelay,
  toRelayedPart,
  type LaneFrame,
} from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'

/** The farthest place, and the latest gesture, that anybody reads. */
const FAR_PX = 1e8
const LAST_GESTURE = Number.MAX_SAFE_INTEGER
const MOST_DELTA_BYTES = 24

const LARGEST = {
  delta: { kind: 'delta', gesture: LAST_GESTURE, dx: -FAR_PX, dy: -FAR_PX },
  bounds: { kind: 'bounds', gesture: LAST_GESTURE, x: -FAR_PX, y: -FAR_PX, w: FAR_PX, h: FAR_PX },
  end: { kind: 'end', gesture: LAST_GESTURE },
} satisfies Record<string, LaneFrame>

/** Without the type number of its message, as the limits count it. */
function bodyOf(frame: LaneFrame): Uint8Array {
  return encodeLaneFrame(frame).subarray(1)
}

test('a moving hand says the largest there is to say in 64 bytes, and how far it is in 24', () => {
  for (const frame of Object.values(LARGEST)) {
    expect(decodeLaneFrame(bodyOf(frame))).toEqual({ ok: true, value: frame })
    expect(bodyOf(frame).length).toBeLessThanOrEqual(LIMITS.LANE_DELTA_BYTES)
  }
  expect(encodeLaneFrame(LARGEST.delta).length).toBeLessThanOrEqual(MOST_DELTA_BYTES)
})

test('farther than that nobody is: it is not read, and what lies there is told to be as far as is read', () => {
  for (const far of [FAR_PX + 1, -FAR_PX - 1]) {
    const fartherThanTold = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, LAST_GESTURE)
      for (const px of [0, far]) encoding.writeVarInt(encoder, 4 * px)
    })
    expect(decodeLaneFrame(fartherThanTold).ok).toBe(false)
    expect(decodeLaneFrame(bodyOf({ ...LARGEST.delta, dx: far, dy: 1 }))).toMatchObject({
      value: { dx: Math.sign(far) * FAR_PX, dy: 1 },
    })
  }
  expect(decodeLaneFrame(bodyOf({ ...LARGEST.bounds, x: Infinity, w: 1e300 }))).toMatchObject({
    value: { x: FAR_PX, w: FAR_PX },
  })
})

test('the largest beginning has sixty records with the longest ids and fits its limit; one more is not read', () => {
  const records = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => ({
    id: `shape:${at}`.padEnd(160, 'x'),
    x: -FAR_PX,
    y: FAR_PX,
  }))
  const start: LaneFrame = { kind: 'start', gesture: LAST_GESTURE, what: 'bounds', records }
  expect(decodeLaneFrame(bodyOf(start))).toEqual({ ok: true, value: start })
  expect(bodyOf(start).length).toBeLessThanOrEqual(LIMITS.LANE_START_BYTES)
  const [first] = records
  if (!first) throw new Error('There are sixty.')
  for (const tooMuch of [[...records, first], [{ ...first, id: `${first.id}x` }]])
    expect(decodeLaneFrame(bodyOf({ ...start, records: tooMuch })).ok).toBe(false)
})

test('places travel in quarters of a pixel, there and back', () => {
  for (const px of [0, 0.25, -0.5, 12.75, -3_000.25]) {
    const frame: LaneFrame = { kind: 'delta', gesture: 1, dx: px, dy: -px }
    expect(decodeLaneFrame(bodyOf(frame))).toMatchObject({ value: { dx: px, dy: px === 0 ? -0 : -px } })
  }
  expect(decodeLaneFrame(bodyOf({ kind: 'delta', gesture: 1, dx: 0.3, dy: 0 }))).toMatchObject({
    value: { dx: 0.25 },
  })
})

test('what the server relays is read frame by frame, and what is broken behind them takes none with it', () => {
  const parts = Object.values(LARGEST).map((frame, at) => toRelayedPart(at + 1, bodyOf(frame)))
  const relay = encodeLaneRelay([...parts, new Uint8Array([9, 77, 1])])
  const decoder = decoding.createDecoder(relay)
  decoding.readVarUint(decoder)
  expect(decodeLaneRelay(decoder)).toEqual(
    Object.values(LARGEST).map((frame, at) => ({ senderClientId: at + 1, frame })),
  )
})
