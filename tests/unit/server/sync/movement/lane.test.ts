import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { decodeLaneRelay, encodeLaneFrame, encodeLaneRelay, type LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { LaneRelay } from '@/server/sync/movement/lane'

function told(parts: readonly Uint8Array[] = []): LaneFrame[] {
  const message = encodeLaneRelay(parts).subarray(1)
  return decodeLaneRelay(decoding.createDecoder(message)).map(({ frame }) => frame)
}

function send(lane: LaneRelay, frame: LaneFrame, now = 0): void {
  const body = encodeLaneFrame(frame).subarray(1)
  lane.receive({ connectionId: 1, senderClientId: 10, frame, body }, now)
}

const start: LaneFrame = { kind: 'start', gesture: 1, what: 'move', records: [] }
const end: LaneFrame = { kind: 'end', gesture: 1 }
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
    lane.leave(1)
    lane.leave(1)
    expect(told(lane.flush().get(1))).toEqual([end])
    expect(lane.snapshot(0)).toEqual([])
  })
})
