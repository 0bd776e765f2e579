import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { decodeLaneRelay, encodeLaneFrame, encodeLaneRelay, type LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { LaneRelay } from '@/server/sync/movement/lane'

function told(parts: readonly Uint8Array[] = []): LaneFrame[] {
  const message = encodeLaneRelay(parts).subarray(1)
  return decodeLaneRelay(decoding.createDecoder(message)).map(({ frame }) => frame)
}

function send(lane: LaneRelay, frame: LaneFrame, now = 0): void {
  sendAs(lane, { connectionId: 1, person: 'ada' }, frame, now)
}

function sendAs(
  lane: LaneRelay,
  { connectionId, person }: { connectionId: number; person: string },
  frame: LaneFrame,
  now = 0,
): void {
  const body = encodeLaneFrame(frame).subarray(1)
  const personId = person as PersonId
  lane.receive({ connectionId, personId, senderClientId: connectionId * 10, frame, body }, now)
}

const start: LaneFrame = { kind: 'start', gesture: 1, what: 'move', records: [] }
const end: LaneFrame = { kind: 'end', gesture: 1 }
const holding = (...ids: string[]): LaneFrame => ({
  kind: 'start',
  gesture: 1,
  what: 'move',
  records: ids.map((id) => ({ id, x: 0, y: 0 })),
})
const delta = (dx: number, gesture = 1): LaneFrame => ({ kind: 'delta', gesture, dx, dy: 0 })

describe('LaneRelay', () => {
  it('keeps only the last of movements that follow each other, and every start and end', () => {
    const lane = new LaneRelay()
    for (const frame of [start, delta(1), delta(2), end, { ...start, gesture: 2 }, delta(3, 2)])
      send(lane, frame)
    expect(told(lane.flush().get(1))).toEqual([start, delta(2), end, { ...start, gesture: 2 }, delta(3, 2)])
    expect(lane.flush().size).toBe(0)
  })

  it('passes over what belongs to no running gesture', () => {
    const lane = new LaneRelay()
    for (const frame of [delta(1), end, start, delta(2, 7), { ...end, gesture: 7 }]) send(lane, frame)
    expect(told(lane.flush().get(1))).toEqual([start])
  })

  it('tells who comes late where each hand is, but not of hands that have long been silent', () => {
    const lane = new LaneRelay()
    send(lane, start, 0)
    send(lane, delta(1), 100)
    send(lane, delta(2), 200)
    expect(told(lane.snapshot(200 + LIMITS.HOLD_SILENCE_MS))).toEqual([start, delta(2)])
    expect(lane.snapshot(201 + LIMITS.HOLD_SILENCE_MS)).toEqual([])
  })

  it('ends the gesture of whoever leaves, once', () => {
    const lane = new LaneRelay()
    send(lane, start)
    lane.flush()
    lane.leave(1, 0)
    lane.leave(1, 0)
    expect(told(lane.flush().get(1))).toEqual([end])
    expect(lane.snapshot(0)).toEqual([])
  })

  it('[PRES-9] leaves out of a start what is in the hand of somebody else, until they are silent', () => {
    const lane = new LaneRelay()
    const [ada, eve] = [
      { connectionId: 1, person: 'ada' },
      { connectionId: 2, person: 'eve' },
    ]
    sendAs(lane, ada, holding('shape:a'))
    sendAs(lane, eve, holding('shape:a', 'shape:b'))
    expect(told(lane.flush().get(2))).toEqual([holding('shape:b')])
    sendAs(lane, eve, holding('shape:a'))
    expect(told(lane.flush().get(2)), 'nothing is left of it').toEqual([end])
    sendAs(lane, eve, holding('shape:a'), LIMITS.HOLD_SILENCE_MS + 1)
    expect(told(lane.flush().get(2))).toEqual([holding('shape:a')])
  })

  it('[PRES-9] takes back from a person what they held too long, and gives them a third hand for another', () => {
    const lane = new LaneRelay()
    for (const connectionId of [1, 2, 3])
      sendAs(lane, { connectionId, person: 'eve' }, holding(`shape:${connectionId}`), connectionId)
    expect(told(lane.flush().get(1))).toEqual([holding('shape:1'), end])
    const ids = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `shape:many-${at}`)
    const eve = { connectionId: 4, person: 'mallory' }
    sendAs(lane, eve, holding(...ids))
    let now = 0
    while (lane.isMoving(4, now) && now < 600_000) sendAs(lane, eve, delta(now % 7), (now += 1_000))
    expect(now).toBeGreaterThanOrEqual(60_000)
    expect(now).toBeLessThan(70_000)
    expect(told(lane.flush().get(4)).at(-1)).toEqual(end)
  })

  it('[PRES-9] counts no hand of which nothing was left, however many of them a person tries', () => {
    const lane = new LaneRelay()
    sendAs(lane, { connectionId: 1, person: 'ada' }, holding('shape:a'))
    for (const connectionId of [2, 3]) sendAs(lane, { connectionId, person: 'eve' }, holding('shape:a'))
    for (const connectionId of [4, 5, 6])
      sendAs(lane, { connectionId, person: 'eve' }, holding(`shape:${connectionId}`), connectionId)
    expect([4, 5, 6].map((connectionId) => lane.isMoving(connectionId, 6))).toEqual([false, true, true])
  })
})
