import type { TLShapeId } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import type { GestureState } from '@/components/board/store/gesture/gesture-state'
import { COMMIT_EVERY_MS } from '@/components/board/store/route-write'
import { keysBetween } from '@/lib/board/fractional-index'
import { cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, copyOf, geoRecord, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const [OUTER, INNER, LOOSE] = ['shape:outer', 'shape:inner', 'shape:loose']

let stand: CanvasStand
afterEach(() => stand.stop())

function openBoard(): void {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [
    geoRecord(OUTER, { x: 1_000, y: 2_000, rotation: Math.PI / 2 }),
    geoRecord(INNER, { parentId: OUTER, x: 20, y: 30 }),
    geoRecord(LOOSE, { x: 5, y: 6, index: 'a2' }),
  ])
  stand = standAt(board)
}

test('what moves inside a turned shape travels to others in px of the page', () => {
  openBoard()
  stand.begin('moving', [INNER, LOOSE])
  stand.move(INNER, { x: 60, y: 5 })
  const records = [
    { id: INNER, x: 970, y: 2_020 },
    { id: LOOSE, x: 5, y: 6 },
  ]
  expect(stand.told).toEqual([
    { kind: 'start', gesture: 1, what: 'move', records },
    { kind: 'delta', gesture: 1, dx: 25, dy: 40 },
  ])
})

test('where somebody deletes the first of the shapes in a hand, others still see the rest move', async () => {
  openBoard()
  stand.begin('moving', [INNER, LOOSE])
  deleteRecords(stand.board, authorOf('bo'), [INNER])
  await stand.clock.advance(100)
  stand.move(LOOSE, { x: 45, y: 16 })
  expect(stand.told.at(-1)).toEqual({ kind: 'delta', gesture: 1, dx: 40, dy: 10 })
})

test('nobody hears the id of what a hand is only just making, and everybody once it is in the document', async () => {
  openBoard()
  const made = { ...stand.shape(LOOSE), id: 'shape:made' as TLShapeId }
  stand.store.put([made])
  stand.begin('moving', [LOOSE, made.id])
  const idsTold = (): string[][] =>
    stand.told.flatMap((frame) => (frame.kind === 'start' ? [frame.records.map(({ id }) => id)] : []))
  expect([idsTold(), stand.board.records.has(made.id)]).toEqual([[[LOOSE]], false])
  await stand.clock.advance(COMMIT_EVERY_MS)
  expect([idsTold(), stand.board.records.has(made.id)]).toEqual([[[LOOSE], [LOOSE, made.id]], true])
  stand.end()
})

test('a hand that has a copy of a card, which is not in the document before it is let go, goes on as one', async () => {
  openBoard()
  const [id, key] = [initiativeId('alpha'), placementKey(initiativeId('alpha'), FIRST_INSTANCE)]
  addInitiatives(stand.board, authorOf('ada'), [{ id, title: 'Alpha' }])
  setPlacements(stand.board, authorOf('ada'), [{ key, placement: { target: 'frame', dx: 100, dy: 100 } }])
  await stand.clock.advance(100)
  const copy = { ...stand.shape(cardShapeId(id, FIRST_INSTANCE)), id: 'shape:copy' as TLShapeId }
  stand.store.put([copy])
  stand.begin('moving', [LOOSE, copy.id])
  await stand.clock.advance(COMMIT_EVERY_MS)
  expect(stand.told.map(({ kind }) => kind)).toEqual(['start'])
  stand.end()
})

/** Everything this hand told reaches somebody else's page, which then draws so many ms on. */
async function showTo(eyes: CanvasStand, ms = 200): Promise<void> {
  for (const frame of stand.told.splice(0)) eyes.lane.receive(1, frame)
  await stand.clock.advance(ms)
}

test.each(['resizing', 'rotating', 'drawing'] as const)(
  'a hand that is %s is seen by others as its box, which follows it and is gone when it lets go',
  async (kind) => {
    openBoard()
    const eyes = standAt(copyOf(stand.board, 9), 'bo', stand.clock)
    const hand = (x: number): GestureState => ({ kind, ids: [LOOSE], bounds: { x, y: 6, w: 100 + x, h: 80 } })
    const seen = (): unknown => eyes.lane.remote.get().map(({ what, bounds }) => ({ what, bounds }))
    stand.gesture.set(hand(5))
    await showTo(eyes)
    expect(seen()).toEqual([{ what: 'bounds', bounds: { x: 5, y: 6, w: 105, h: 80 } }])
    expect(eyes.lane.heldBy(LOOSE)).not.toBeNull()
    stand.gesture.set(hand(45))
    await showTo(eyes)
    expect(seen()).toEqual([{ what: 'bounds', bounds: { x: 45, y: 6, w: 145, h: 80 } }])
    stand.end()
    expect(stand.told.map((frame) => frame.kind)).toEqual(['end'])
    await showTo(eyes, 3_000)
    expect([seen(), eyes.lane.heldBy(LOOSE), stand.writes()]).toEqual([[], null, 0])
    eyes.stop()
  },
)

test('of more shapes than the lane carries others see the box move, and of one fewer each for itself', async () => {
  const ids = Array.from({ length: LIMITS.LANE_RECORDS + 1 }, (_, at) => `shape:s${at}`)
  const board = seededBoard()
  const indices = keysBetween('a1', null, ids.length)
  createRecords(
    board,
    authorOf('ada'),
    ids.map((id, at) => geoRecord(id, { x: at, index: indices[at] ?? 'a1' })),
  )
  stand = standAt(board)
  const eyes = standAt(copyOf(board, 9), 'bo', stand.clock)
  const box = (x: number): GestureState => ({ kind: 'moving', ids, bounds: { x, y: 0, w: 160, h: 100 } })
  stand.gesture.set(box(0))
  await showTo(eyes)
  for (const id of ids) stand.move(id, { x: 40, y: 0 })
  stand.gesture.set(box(40))
  expect(stand.told.map((frame) => frame.kind)).not.toContain('delta')
  await showTo(eyes)
  expect(eyes.lane.remote.get()).toMatchObject([{ what: 'bounds', bounds: { x: 40, y: 0, w: 160, h: 100 } }])
  expect(eyes.shape('shape:s7').x).toBe(7)
  stand.end()
  await showTo(eyes, 3_000)
  stand.begin('moving', ids.slice(1))
  stand.move('shape:s1', { x: 90, y: 0 })
  await showTo(eyes)
  expect(eyes.lane.remote.get()[0]).toMatchObject({ what: 'move' })
  expect(eyes.lane.remote.get()[0]?.records).toHaveLength(LIMITS.LANE_RECORDS)
  expect(eyes.shape('shape:s7').x).toBe(90)
  eyes.stop()
})
