import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { parseInbound } from '@/server/sync/socket/inbound'
import { SeededRandom } from '@/tests/support/seeded-random'

const emptyUpdate = new Uint8Array([0, 0])
const lanePadding = 'x'.repeat(150)

/** Who asks for the frame of such a hand is given one that is as far away as any is. */
function handOffEveryBoard(): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of [MESSAGE.lane, 1, 1]) encoding.writeVarUint(encoder, part)
    for (const steps of [4e12, 0]) encoding.writeVarInt(encoder, steps)
  })
}

/** A frame of a moving hand that says nought in far more bytes than it needs, as only somebody who means it can. */
function frameOfLength(kind: 'delta' | 'bounds' | 'end', lengthBytes: number): Uint8Array {
  const [number, places] = { delta: [1, 2], bounds: [2, 4], end: [3, 0] }[kind] as [number, number]
  const gesture = new Uint8Array(lengthBytes - 1 - places).fill(0x80)
  gesture[gesture.length - 1] = 0
  return new Uint8Array([MESSAGE.lane, number, ...gesture, ...new Uint8Array(places)])
}

describe('parseInbound', () => {
  it('tells step1, step2, update, presence, its query and gestures apart', () => {
    const frames = [
      encodeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())),
      encodeSync(SYNC.step2, emptyUpdate),
      encodeSync(SYNC.update, new Uint8Array([1, 2, 3])),
      new Uint8Array([MESSAGE.awareness, 1, 0]),
      new Uint8Array([MESSAGE.queryAwareness]),
      encodeLaneFrame({ kind: 'end', gesture: 3 }),
    ]
    const kinds = frames.map(parseInbound).map((inbound) => inbound.ok && inbound.value.kind)
    expect(kinds).toEqual(['step1', 'step2', 'update', 'presence', 'presence-query', 'lane'])
    expect(parseInbound(frames[1] ?? null)).toMatchObject({ value: { isEmpty: true } })
    expect(parseInbound(frames[2] ?? null)).toMatchObject({ value: { isEmpty: false } })
  })

  it.each([
    ['text', null],
    ['nothing', new Uint8Array()],
    ['an unknown type', new Uint8Array([77])],
    ['a message only the server sends', new Uint8Array([MESSAGE.ack, 1])],
    ['a sync message of an unknown kind', new Uint8Array([MESSAGE.sync, 5, 1, 0])],
    ['a vector that is none', encodeSync(SYNC.step1, new Uint8Array([5, 1]))],
    ['bytes behind the message', new Uint8Array([...encodeSync(SYNC.step2, emptyUpdate), 1])],
    ['a gesture that is none', new Uint8Array([MESSAGE.lane, 9, 9])],
    ['a hand off every board', handOffEveryBoard()],
    ['bounds turned inside out', encodeLaneFrame({ kind: 'bounds', gesture: 1, x: 0, y: 0, w: -1, h: 9 })],
  ])('refuses %s as an invalid document', (_what, bytes) => {
    expect(parseInbound(bytes)).toEqual({ ok: false, error: 'invalid-document' })
  })

  it('refuses what is over its own limit as too large', () => {
    const records = Array.from({ length: 60 }, (_, at) => ({ id: `${lanePadding}${at}`, x: 1e7, y: 1e7 }))
    const large = [
      encodeSync(SYNC.update, new Uint8Array(LIMITS.UPDATE_BYTES + 1)),
      encodeSync(SYNC.step2, new Uint8Array(LIMITS.STEP2_BYTES + 1)),
      new Uint8Array([MESSAGE.lane, ...new Uint8Array(LIMITS.LANE_START_BYTES + 1)]),
    ]
    expect(large.map(parseInbound)).toEqual(large.map(() => ({ ok: false, error: 'too-large' })))
    expect(parseInbound(encodeSync(SYNC.update, new Uint8Array(LIMITS.UPDATE_BYTES))).ok).toBe(true)
    expect(parseInbound(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records })).ok).toBe(true)
  })

  it.each(['delta', 'bounds', 'end'] as const)('lets a %s of 64 bytes in and none of one more', (kind) => {
    const longest = frameOfLength(kind, LIMITS.LANE_DELTA_BYTES)
    expect(parseInbound(longest)).toMatchObject({
      ok: true,
      value: { kind: 'lane', frame: { kind, gesture: 0 } },
    })
    const tooLong = frameOfLength(kind, LIMITS.LANE_DELTA_BYTES + 1)
    expect(parseInbound(tooLong)).toEqual({ ok: false, error: 'too-large' })
  })

  it('answers to any bytes whatever without throwing', () => {
    const random = new SeededRandom(7)
    for (let round = 0; round < 5_000; round++) {
      const bytes = random.bytes(random.below(40))
      bytes[0] = random.pick([0, 1, 2, 3, 102])
      expect(typeof parseInbound(bytes).ok).toBe('boolean')
    }
  })
})
