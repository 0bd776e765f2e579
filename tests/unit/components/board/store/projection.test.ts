import { afterEach, describe, expect, test } from 'vitest'
import { react } from '@tldraw/state'
import type { HistoryEntry } from '@tldraw/store'
import type { TLRecord, TLShape, TLShapeId } from '@tldraw/tlschema'
import { cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { transactAs } from '@/lib/board/transact'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { LaneFrame } from '@/lib/sync/lane-frames'
import { RELEASE_GRACE_MS } from '@/components/board/lane/lane-playback'
import {
  arrowRecord,
  authorOf,
  bindingRecord,
  copyOf,
  geoRecord,
  groupRecord,
  initiativeId,
  syncBoards,
} from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, FIRST_INSTANCE)
const BO = authorOf('bo')

let stand: CanvasStand
afterEach(() => stand.stop())

/** Remote changes of the store from here on, one entry for each batch. */
function watchRemote(): HistoryEntry<TLRecord>[] {
  const entries: HistoryEntry<TLRecord>[] = []
  stand.store.listen((entry) => entries.push(entry), { source: 'remote', scope: 'document' })
  return entries
}

/** Somebody else changes the board, and it arrives. */
function remotely(change: (board: BoardDocument) => void): void {
  const other = copyOf(stand.board, 9)
  change(other)
  syncBoards(stand.board, other)
}

function placed(board: BoardDocument): void {
  addInitiatives(board, BO, [{ id: SHIP, title: 'Ship it' }])
  setPlacements(board, BO, [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'frame', dx: 500, dy: 10 } },
  ])
}

function carry(frame: LaneFrame): void {
  stand.lane.receive(9, frame)
}

test('the first state is there before anything is drawn: the template at the bottom, locked', () => {
  stand = standAt()
  const shapes = stand.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape')
  expect(shapes.map(({ type }) => type).sort()).toEqual([
    ...Array.from({ length: 6 }, () => 'curve-plot'),
    'template-frame',
  ])
  expect(shapes.every((shape) => shape.isLocked && shape.meta['layer'] === 'template')).toBe(true)
  const frame = stand.shape(`shape:frame-${FIRST_INSTANCE}`)
  expect(shapes.every((shape) => shape === frame || shape.index > frame.index)).toBe(true)
})

test('one remote transaction makes one put, of what it changed and nothing else', async () => {
  stand = standAt()
  const entries = watchRemote()
  remotely((board) =>
    transactAs(board, BO, () => {
      placed(board)
      createRecords(board, BO, [
        arrowRecord('shape:a', { index: 'a3' }),
        geoRecord('shape:b', { index: 'a4' }),
      ])
      createRecords(board, BO, [bindingRecord('binding:ab', 'shape:a', 'shape:b')])
    }),
  )
  expect(entries).toHaveLength(0)
  await stand.clock.advance(16)
  expect(entries).toHaveLength(1)
  expect(Object.keys(entries[0]?.changes.added ?? {}).sort()).toEqual(
    ['binding:ab', 'shape:a', 'shape:b', CARD].sort(),
  )
  expect(Object.keys(entries[0]?.changes.updated ?? {})).toEqual([])
})

test('what comes back from the own hand changes nothing', async () => {
  stand = standAt()
  createRecords(stand.board, authorOf('ada'), [geoRecord('shape:a', { index: 'a3' })])
  await stand.clock.advance(16)
  const entries = watchRemote()
  stand.move('shape:a', { x: 5, y: 5 })
  stand.router.flush()
  await stand.clock.advance(32)
  expect(entries).toHaveLength(0)
})

test('a record that cannot be shown is set aside and counted, and the others arrive', async () => {
  stand = standAt()
  remotely((board) => {
    const broken = { ...geoRecord('shape:broken', { index: 'a4' }), x: 'left' }
    createRecords(board, BO, [geoRecord('shape:a', { index: 'a3' }), broken])
  })
  await stand.clock.advance(16)
  expect(stand.shape('shape:a').x).toBe(0)
  expect(stand.store.has('shape:broken' as never)).toBe(false)
  expect(stand.client.view.setAside.get()).toBe(1)
  expect(stand.board.records.has('shape:broken')).toBe(true)
})

test('a circle of parents and a binding without an end are mended in the picture and not in the document', async () => {
  stand = standAt()
  remotely((board) => {
    createRecords(board, BO, [
      groupRecord('shape:one', { parentId: 'shape:two', index: 'a3' }),
      groupRecord('shape:two', { parentId: 'shape:one', index: 'a4' }),
      bindingRecord('binding:lost', 'shape:one', 'shape:nowhere'),
    ])
  })
  const writes = stand.writes()
  await stand.clock.advance(16)
  const parents = ['shape:one', 'shape:two'].map((id) => stand.shape(id).parentId as string)
  expect(parents).toContain('page:page')
  expect(stand.store.has('binding:lost' as never)).toBe(false)
  expect(stand.writes()).toBe(writes)
})

test('nothing disappears under a pressed pointer', async () => {
  stand = standAt()
  createRecords(stand.board, BO, [geoRecord('shape:a', { index: 'a3' })])
  await stand.clock.advance(16)
  stand.isPointerDown = true
  remotely((board) => deleteRecords(board, BO, ['shape:a']))
  await stand.clock.advance(100)
  expect(stand.store.has('shape:a' as never)).toBe(true)
  stand.isPointerDown = false
  await stand.clock.advance(16)
  expect(stand.store.has('shape:a' as never)).toBe(false)
})

test('a deleted initiative takes its card along, and a restored one brings it back', async () => {
  stand = standAt()
  placed(stand.board)
  await stand.clock.advance(16)
  expect(stand.shape(CARD)).toMatchObject({ x: 500, y: 10, isLocked: false })
  setInitiativeDeleted(stand.board, BO, { id: SHIP, deleted: true })
  await stand.clock.advance(16)
  expect(stand.store.has(CARD as never)).toBe(false)
  setInitiativeDeleted(stand.board, BO, { id: SHIP, deleted: false })
  await stand.clock.advance(16)
  expect(stand.shape(CARD).x).toBe(500)
})

test('what the store’s own rules answer to a remote change is overruled and written nowhere', async () => {
  stand = standAt()
  createRecords(stand.board, BO, [
    geoRecord('shape:a', { index: 'a3' }),
    geoRecord('shape:b', { index: 'a4' }),
  ])
  await stand.clock.advance(16)
  stand.store.sideEffects.registerAfterChangeHandler('shape', (before, after) => {
    if (after.id === 'shape:a' && before.x !== after.x)
      stand.store.put([{ ...stand.shape('shape:b'), x: 999 }])
  })
  const writes = stand.writes()
  remotely((board) => {
    board.records.get('shape:a')?.set('place', ['page:page', 40, 0, 0])
  })
  await stand.clock.advance(64)
  expect(stand.shape('shape:a').x).toBe(40)
  expect(stand.shape('shape:b').x).toBe(0)
  expect(stand.writes()).toBe(writes + 1)
})

test('what the store’s own rules answer is written nowhere also where one of them throws', async () => {
  stand = standAt()
  const all = ['shape:a', 'shape:b', 'shape:gone'].map((id, at) => geoRecord(id, { index: `a${3 + at}` }))
  createRecords(stand.board, BO, all)
  await stand.clock.advance(16)
  stand.store.sideEffects.registerBeforeDeleteHandler('shape', () => {
    throw new Error('no curve')
  })
  stand.store.sideEffects.registerAfterChangeHandler('shape', (before, after) => {
    if (after.id === 'shape:a' && before.x !== after.x)
      stand.store.put([{ ...stand.shape('shape:b'), x: 999 }])
  })
  const writes = stand.writes()
  remotely((board) => {
    board.records.delete('shape:gone')
    board.records.get('shape:a')?.set('place', ['page:page', 40, 0, 0])
  })
  await expect(stand.clock.advance(16)).rejects.toThrow('no curve')
  remotely((board) => board.records.get('shape:a')?.set('place', ['page:page', 50, 0, 0]))
  await stand.clock.advance(64)
  expect(stand.store.has('shape:gone' as TLShapeId)).toBe(false)
  expect([stand.shape('shape:a').x, stand.shape('shape:b').x]).toEqual([50, 0])
  expect(stand.writes()).toBe(writes + 2)
})

test('a text stays the very same object while others move and colour what it stands on', async () => {
  stand = standAt()
  createRecords(stand.board, BO, [geoRecord('shape:a')])
  await stand.clock.advance(16)
  const textOf = (): unknown => (stand.shape('shape:a').props as { richText?: unknown }).richText
  const before = textOf()
  remotely((board) => {
    board.records.get('shape:a')?.set('place', ['page:page', 40, 0, 0])
    board.records.get('shape:a')?.set('props.color', 'red')
  })
  await stand.clock.advance(16)
  expect(stand.shape('shape:a')).toMatchObject({ x: 40, props: { color: 'red' } })
  expect(textOf()).toBe(before)
})

/** Others' hands are shown once whatever told of them has reacted. */
async function untilShown(): Promise<void> {
  await Promise.resolve()
}

describe('somebody else’s hand', () => {
  test('moves a record in the picture only, and falls back when it is gone', async () => {
    stand = standAt()
    placed(stand.board)
    await stand.clock.advance(16)
    const writes = stand.writes()
    carry({ kind: 'start', gesture: 1, what: 'move', records: [{ id: CARD, x: 500, y: 10 }] })
    carry({ kind: 'delta', gesture: 1, dx: 100, dy: 20 })
    await stand.clock.advance(64)
    expect(stand.shape(CARD)).toMatchObject({ x: 600, y: 30 })
    const resume = stand.projection.pauseLane()
    expect(stand.shape(CARD)).toMatchObject({ x: 500, y: 10 })
    resume()
    expect(stand.shape(CARD)).toMatchObject({ x: 600, y: 30 })
    stand.lane.drop([9])
    await untilShown()
    expect(stand.shape(CARD)).toMatchObject({ x: 500, y: 10 })
    expect(stand.writes()).toBe(writes)
  })

  test('that moves while something is new leaves the rules of the store no old answers', async () => {
    stand = standAt()
    const known = stand.store.query.ids('shape')
    const stop = react('what a canvas keeps at hand', () => void known.get())
    const seen: boolean[] = []
    stand.store.sideEffects.registerAfterCreateHandler(
      'shape',
      ({ id }) => void seen.push(known.get().has(id)),
    )
    createRecords(stand.board, BO, [geoRecord('shape:new')])
    carry({ kind: 'start', gesture: 1, what: 'move', records: [{ id: 'shape:new', x: 5, y: 5 }] })
    await untilShown()
    expect(seen).toEqual([true])
    stop()
  })

  test('carries nothing that is no shape, nor a template, whatever a stranger says', async () => {
    stand = standAt()
    placed(stand.board)
    await stand.clock.advance(16)
    const before = JSON.stringify(stand.store.serialize('document'))
    const ids = [
      'page:page',
      'document:document',
      `shape:frame-${FIRST_INSTANCE}`,
      'shape:nobody',
      '__proto__',
    ]
    const records = ids.map((id) => ({ id, x: 500, y: 10 }))
    carry({ kind: 'start', gesture: 1, what: 'move', records })
    carry({ kind: 'delta', gesture: 1, dx: 1e8, dy: 20 })
    await stand.clock.advance(64)
    expect(JSON.stringify(stand.store.serialize('document'))).toBe(before)
    expect(stand.client.view.setAside.get()).toBe(0)
  })

  test('that let go stays where it was until its commit is here', async () => {
    stand = standAt()
    placed(stand.board)
    await stand.clock.advance(16)
    carry({ kind: 'start', gesture: 1, what: 'move', records: [{ id: CARD, x: 500, y: 10 }] })
    carry({ kind: 'delta', gesture: 1, dx: 100, dy: 20 })
    await stand.clock.advance(64)
    carry({ kind: 'end', gesture: 1 })
    await stand.clock.advance(100)
    expect(stand.shape(CARD)).toMatchObject({ x: 600, y: 30 })
    await stand.clock.advance(RELEASE_GRACE_MS)
    expect(stand.shape(CARD)).toMatchObject({ x: 500, y: 10 })
  })

  test('keeps what it carries inside a shape where it is on the page when that shape is moved or turned', async () => {
    stand = standAt()
    createRecords(stand.board, BO, [
      geoRecord('shape:around', { x: 100 }),
      geoRecord('shape:inside', { parentId: 'shape:around', x: 20, y: 30 }),
    ])
    carry({ kind: 'start', gesture: 1, what: 'move', records: [{ id: 'shape:inside', x: 120, y: 30 }] })
    carry({ kind: 'delta', gesture: 1, dx: 10, dy: 0 })
    await stand.clock.advance(64)
    expect(stand.shape('shape:inside')).toMatchObject({ x: 30, y: 30 })
    remotely((board) => board.records.get('shape:around')?.set('place', ['page:page', 0, 0, Math.PI / 2]))
    await stand.clock.advance(64)
    const { x, y } = stand.shape('shape:inside')
    expect([x, y]).toEqual([expect.closeTo(30), expect.closeTo(-130)])
  })

  test('carries a locked ghost out of the tray', async () => {
    stand = standAt()
    addInitiatives(stand.board, BO, [{ id: SHIP, title: 'Ship it' }])
    carry({ kind: 'start', gesture: 1, what: 'tray', records: [{ id: SHIP, x: 10, y: 10 }] })
    await untilShown()
    const ghost = stand.shape(`shape:lane-9-${SHIP}`)
    expect(ghost).toMatchObject({ x: 10, y: 10, isLocked: true, type: 'card' })
    stand.lane.drop([9])
    await untilShown()
    expect(stand.store.has(ghost.id)).toBe(false)
  })
})
