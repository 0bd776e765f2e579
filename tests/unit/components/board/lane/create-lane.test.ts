import { react } from '@tldraw/state'
import { expect, test } from 'vitest'
import { createLane, type ConnectedLane } from '@/components/board/lane/create-lane'
import { GLIDE_MS } from '@/components/board/lane/lane-playback'
import { decodeLaneFrame, encodeLaneFrame, type LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { FakeBoardClock } from '../support/fake-board-clock'

const BOX = { id: 'shape:box', x: 100, y: 100 }

function open(): { lane: ConnectedLane; clock: FakeBoardClock; frames: LaneFrame[] } {
  const clock = new FakeBoardClock()
  const frames: LaneFrame[] = []
  const lane = createLane({
    clock,
    send: (bytes) => {
      const frame = decodeLaneFrame(bytes.subarray(1))
      if (frame.ok) frames.push(frame.value)
    },
    userOf: () => ({ personId: 'bo', name: 'Bo', colorSlot: 4, role: 'participant' }),
  })
  return { lane, clock, frames }
}

test('thirty frames a second leave at most, the latest place among them and the last before the end', async () => {
  const { lane, clock, frames } = open()
  lane.begin('move', [BOX])
  for (let x = 1; x <= 100; x++) {
    lane.moveBy(x, 0)
    await clock.advance(10)
  }
  lane.moveBy(500, 7)
  lane.end()
  const deltas = frames.filter(({ kind }) => kind === 'delta')
  expect(deltas.length).toBeGreaterThan(25)
  expect(deltas.length).toBeLessThanOrEqual(32)
  expect(frames.slice(-2)).toMatchObject([{ kind: 'delta', dx: 500, dy: 7 }, { kind: 'end' }])
})

test('of records with endless ids so many are told of as the server takes in one frame, and they travel as their outline', () => {
  const { lane, frames } = open()
  const endless = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => ({
    id: `shape:${at}`.padEnd(LIMITS.RECORD_ID_CHARACTERS, '\u4e00'),
    x: -1e9,
    y: 1e9,
  }))
  lane.begin('move', endless)
  const [start] = frames
  if (start?.kind !== 'start') throw new Error('The hand said nothing.')
  expect(start.what).toBe('bounds')
  expect(start.records.length).toBeGreaterThan(LIMITS.LANE_RECORDS / 2)
  expect(encodeLaneFrame(start).length).toBeLessThanOrEqual(LIMITS.LANE_START_BYTES)
})

test('more records than the lane carries travel as their outline', () => {
  const { lane, frames } = open()
  const many = Array.from({ length: LIMITS.LANE_RECORDS + 1 }, (_, at) => ({ id: `shape:${at}`, x: 0, y: 0 }))
  lane.begin('move', many)
  lane.moveBy(5, 5)
  lane.moveBounds({ x: 1, y: 2, w: 3, h: 4 })
  expect(frames).toMatchObject([
    { kind: 'start', what: 'bounds' },
    { kind: 'bounds', w: 3 },
  ])
})

test('what others take of a large hand and let go of again begins no new gesture', () => {
  const { lane, frames } = open()
  const many = Array.from({ length: LIMITS.LANE_RECORDS + 2 }, (_, at) => ({ id: `shape:${at}`, x: 0, y: 0 }))
  for (let times = 0; times < 5; times++) {
    lane.begin('bounds', many)
    lane.begin('bounds', many.slice(0, -1))
  }
  lane.moveBounds({ x: 1, y: 2, w: 3, h: 4 })
  lane.begin('bounds', many.slice(1))
  expect(frames.map(({ kind, gesture }) => `${kind} ${gesture}`)).toEqual([
    'start 1',
    'bounds 1',
    'end 1',
    'start 2',
  ])
})

test('a hand that rests keeps its hold for others, a silent one loses it', async () => {
  const mine = open()
  const theirs = open()
  mine.lane.begin('move', [BOX])
  let heard = 0
  const pass = async (ms: number): Promise<void> => {
    for (const frame of mine.frames.slice(heard)) theirs.lane.receive(9, frame)
    heard = mine.frames.length
    await Promise.all([mine.clock.advance(ms), theirs.clock.advance(ms)])
  }
  for (let second = 0; second < 12; second++) await pass(1_000)
  expect(theirs.lane.heldBy(BOX.id)).toBe('Bo')
  await theirs.clock.advance(LIMITS.HOLD_SILENCE_MS + 1_000)
  expect(theirs.lane.heldBy(BOX.id)).toBeNull()
  expect(theirs.lane.remote.get()).toEqual([])
})

test('others’ records glide to where they were last said to be', async () => {
  const { lane, clock } = open()
  lane.receive(9, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
  lane.receive(9, { kind: 'delta', gesture: 1, dx: 40, dy: 0 })
  await clock.advance(GLIDE_MS - 8)
  const half = lane.remote.get()[0]?.records[0]?.x ?? 0
  expect(half).toBeGreaterThan(100)
  expect(half).toBeLessThan(140)
  await clock.advance(GLIDE_MS)
  expect(lane.remote.get()[0]).toMatchObject({
    personName: 'Bo',
    colorSlot: 4,
    records: [{ x: 140, y: 100 }],
  })
})

test('a new place is shown with the next picture even after a rest', async () => {
  const { lane, clock } = open()
  lane.receive(9, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
  await clock.advance(1_100)
  lane.receive(9, { kind: 'delta', gesture: 1, dx: 40, dy: 0 })
  await clock.advance(16)
  expect(lane.remote.get()[0]?.records[0]?.x).toBeGreaterThan(100)
})

test('a crowd of hands moves with every second picture, a few with every one', async () => {
  for (const { hands, pictures } of [
    { hands: 8, pictures: 20 },
    { hands: 9, pictures: 10 },
  ]) {
    const { lane, clock } = open()
    const senders = Array.from({ length: hands }, (_, at) => at + 1)
    for (const sender of senders) {
      lane.receive(sender, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
    }
    let shown = 0
    let last = lane.remote.get()
    for (let picture = 1; picture <= 20; picture++) {
      for (const sender of senders) lane.receive(sender, { kind: 'delta', gesture: 1, dx: picture, dy: 0 })
      await clock.advance(16)
      if (lane.remote.get() !== last) shown++
      last = lane.remote.get()
    }
    expect(shown).toBe(pictures)
  }
})

/** Nine hands, of which each picture stands for two; all of them go 28 px to the right 8 ms before the next one. */
async function openCrowd() {
  const opened = open()
  const { lane, clock } = opened
  const senders = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  for (const sender of senders) {
    lane.receive(sender, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
  }
  await clock.advance(40)
  for (const sender of senders) lane.receive(sender, { kind: 'delta', gesture: 1, dx: GLIDE_MS, dy: 0 })
  await clock.advance(8)
  return opened
}

const shownX = (lane: ConnectedLane): number => lane.remote.get()[0]?.records[0]?.x ?? NaN

test('in a crowd a picture shows the middle of the time for which it stands', async () => {
  const { lane, clock } = await openCrowd()
  expect(shownX(lane)).toBeCloseTo(BOX.x + 8 + 16)
  await clock.advance(32)
  expect(shownX(lane)).toBe(BOX.x + GLIDE_MS)
})

test('what a crowd was shown is not taken back when the others leave', async () => {
  const { lane } = await openCrowd()
  lane.drop([2, 3, 4, 5, 6, 7, 8, 9])
  expect(shownX(lane)).toBeCloseTo(BOX.x + 8 + 16)
})

test('a hand that goes on sets out from where it was shown', async () => {
  const { lane } = await openCrowd()
  lane.receive(1, { kind: 'delta', gesture: 1, dx: GLIDE_MS + 100, dy: 0 })
  lane.drop([2])
  expect(shownX(lane)).toBeCloseTo(BOX.x + 8 + 16)
})

test('who has what in the hand is news when a hand takes or lets go, not while it moves', async () => {
  const { lane, clock } = open()
  lane.receive(9, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
  const taken = lane.holds.get()
  expect(taken).toEqual([
    { clientId: 9, personName: 'Bo', colorSlot: 4, what: 'move', ids: [BOX.id], released: false },
  ])
  lane.receive(9, { kind: 'delta', gesture: 1, dx: 40, dy: 0 })
  await clock.advance(16)
  expect(lane.remote.get()[0]?.records[0]?.x).toBeGreaterThan(BOX.x)
  expect(lane.holds.get()).toBe(taken)
  lane.receive(9, { kind: 'end', gesture: 1 })
  expect(lane.holds.get()).toMatchObject([{ released: true }])
  lane.receive(9, { kind: 'start', gesture: 2, what: 'move', records: [{ ...BOX, id: 'shape:other' }] })
  expect(lane.holds.get()).toMatchObject([{ ids: ['shape:other'], released: false }])
})

test('the place of a moving hand leaves with its picture, never with a later one', async () => {
  const { lane, clock, frames } = open()
  lane.begin('move', [BOX])
  const pictures = [0, 18, 32, 51, 66, 85, 99, 118, 132, 151, 166]
  const late: number[] = []
  for (const [at, ms] of pictures.entries()) {
    const sentBefore = frames.length
    await clock.advance(ms - (pictures[at - 1] ?? 0))
    if (frames.length > sentBefore) late.push(ms)
    lane.moveBy(ms, 0)
  }
  expect(late).toEqual([])
  expect(frames.flatMap((frame) => (frame.kind === 'delta' ? [frame.dx] : []))).toEqual([
    0, 32, 66, 99, 132, 166,
  ])
})

test('the last place of a hand that stops between two turns follows within a picture of its turn', async () => {
  const { lane, clock, frames } = open()
  lane.begin('move', [BOX])
  lane.moveBy(1, 0)
  await clock.advance(16)
  lane.moveBy(2, 0)
  await clock.advance(33)
  expect(frames.at(-1)).toMatchObject({ kind: 'delta', dx: 2 })
})

test('a hand that let go holds nothing, and is forgotten once the document has spoken', () => {
  const { lane } = open()
  lane.receive(9, { kind: 'start', gesture: 1, what: 'move', records: [BOX] })
  lane.receive(9, { kind: 'end', gesture: 1 })
  expect(lane.heldBy(BOX.id)).toBeNull()
  expect(lane.remote.get()).toMatchObject([{ released: true }])
  lane.settle(new Set(['shape:other']))
  expect(lane.remote.get()).toHaveLength(1)
  lane.settle(new Set([BOX.id]))
  expect(lane.remote.get()).toEqual([])
})

test('frames of a gesture that never began here are passed over', () => {
  const { lane } = open()
  lane.receive(9, { kind: 'delta', gesture: 4, dx: 40, dy: 0 })
  expect(lane.remote.get()).toEqual([])
})

test('a new connection hears the running gesture again', () => {
  const { lane, frames } = open()
  lane.repeat()
  expect(frames).toEqual([])
  lane.begin('tray', [{ id: 'ship', x: 1, y: 2 }])
  lane.moveBy(10, 10)
  frames.length = 0
  lane.repeat()
  expect(frames).toMatchObject([
    { kind: 'start', what: 'tray' },
    { kind: 'delta', dx: 10 },
  ])
})

test('however many hands take and let go at once, what is shown changes seldom, and in the end shows them all', async () => {
  const { lane, clock } = open()
  const senders = Array.from({ length: 200 }, (_, at) => at + 1)
  let changes = 0
  const stop = react('changes', () => {
    lane.remote.get()
    lane.holds.get()
    changes++
  })
  for (let round = 1; round <= 20; round++) {
    for (const sender of senders) {
      const records = [{ ...BOX, id: `shape:${sender}-${round}` }]
      lane.receive(sender, { kind: 'start', gesture: round, what: 'move', records })
    }
    await clock.advance(50)
  }
  expect(changes).toBeLessThan(150)
  await clock.advance(300)
  expect(lane.holds.get()).toHaveLength(200)
  expect(lane.heldBy('shape:7-20')).toBe('Bo')
  expect(lane.heldBy('shape:7-19')).toBeNull()
  lane.drop(senders)
  await clock.advance(300)
  expect(lane.holds.get()).toEqual([])
  expect(lane.remote.get()).toEqual([])
  stop()
})
