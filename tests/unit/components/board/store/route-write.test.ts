import { afterEach, describe, expect, test } from 'vitest'
import type { TLShape } from '@tldraw/tlschema'
import { COMMIT_EVERY_MS } from '@/components/board/store/route-write'
import {
  CANVAS_INSTANCE,
  cardShapeId,
  placementKey,
  type BoardDocument,
  type BoardRecord,
} from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { listInitiatives, readPlacement, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { LIMITS } from '@/lib/sync/limits'
import {
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, FIRST_INSTANCE)
const BOX = 'shape:box'

let stand: CanvasStand
afterEach(() => stand.stop())

function boardWithBox(): BoardDocument {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(BOX, { index: 'a2' })])
  return board
}

function boardWithCard(): BoardDocument {
  const board = boardWithBox()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship it', team: 'Blue', effort: 4 }])
  setPlacements(board, authorOf('ada'), [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'frame', dx: 500, dy: 10 } },
  ])
  return board
}

function record(board: BoardDocument, id: string): BoardRecord {
  const map = board.records.get(id)
  const found = map ? readRecord(map) : null
  if (!found) throw new Error(`The document has no record ${id}.`)
  return found
}

function recolour(board: BoardDocument, id: string, color: string): void {
  const before = record(board, id)
  updateRecords(board, authorOf('bo'), [
    { before, after: { ...before, props: { ...(before['props'] as object), color } } },
  ])
}

describe('a gesture', () => {
  test('writes nothing into the document until it ends, and one undo step then', () => {
    stand = standAt(boardWithBox())
    const before = stand.writes()
    stand.begin('moving', [BOX])
    for (let x = 10; x <= 100; x += 10) stand.move(BOX, { x, y: 5 })
    expect(stand.writes()).toBe(before)
    expect(record(stand.board, BOX)['x']).toBe(0)
    stand.end()
    expect(stand.writes()).toBe(before + 1)
    expect(record(stand.board, BOX)['x']).toBe(100)
    stand.client.undo.undo()
    expect(record(stand.board, BOX)['x']).toBe(0)
    expect(stand.client.undo.canUndo.get()).toBe(false)
  })

  test('travels on the lane, and its end follows its commit', async () => {
    stand = standAt(boardWithBox())
    const from = stand.log.length
    stand.begin('moving', [BOX])
    stand.move(BOX, { x: 10, y: 5 })
    await stand.clock.advance(40)
    stand.move(BOX, { x: 20, y: 5 })
    stand.end()
    expect(stand.log.slice(from)).toEqual(['start', 'delta', 'delta', 'write', 'end'])
  })

  test('that is long is committed every second and still undone as one', async () => {
    stand = standAt(boardWithBox())
    stand.begin('moving', [BOX])
    stand.move(BOX, { x: 10, y: 0 })
    await stand.clock.advance(COMMIT_EVERY_MS)
    expect(record(stand.board, BOX)['x']).toBe(10)
    stand.move(BOX, { x: 20, y: 0 })
    stand.end()
    expect(record(stand.board, BOX)['x']).toBe(20)
    stand.client.undo.undo()
    expect(record(stand.board, BOX)['x']).toBe(0)
  })

  test('includes what it creates: drawing a box is one step', () => {
    stand = standAt()
    stand.store.put([geoRecord(BOX, { index: 'a3', meta: {} }) as unknown as TLShape])
    stand.begin('resizing', [BOX])
    const { props } = stand.shape(BOX)
    stand.store.put([{ ...stand.shape(BOX), props: { ...props, w: 300 } }])
    stand.end()
    expect((record(stand.board, BOX)['props'] as { w: number }).w).toBe(300)
    stand.client.undo.undo()
    expect(stand.board.records.has(BOX)).toBe(false)
  })

  test('that is given up reverts neither the colour nor the deletion of somebody else', async () => {
    const board = boardWithBox()
    createRecords(board, authorOf('ada'), [geoRecord('shape:other', { index: 'a4' })])
    stand = standAt(board)
    const other = copyOf(board, 9)
    const before = stand.shape(BOX)
    stand.begin('moving', [BOX, 'shape:other'])
    stand.move(BOX, { x: 50, y: 50 })
    await stand.clock.advance(COMMIT_EVERY_MS)
    stand.move(BOX, { x: 80, y: 80 })
    recolour(other, BOX, 'blue')
    deleteRecords(other, authorOf('bo'), ['shape:other'])
    syncBoards(board, other)
    await stand.clock.advance(20)
    // tldraw bails to its mark: the whole record as it was, somebody else's colour along with it.
    stand.router.flush()
    stand.store.put([before])
    stand.router.cancelGesture()
    stand.end()
    expect(record(board, BOX)).toMatchObject({ x: 0, y: 0, props: { color: 'blue' } })
    expect(stand.shape(BOX)).toMatchObject({ x: 0, y: 0, props: { color: 'blue' } })
    expect(board.records.has('shape:other')).toBe(false)
    expect(stand.client.undo.canUndo.get()).toBe(false)
  })

  test('that begins anew takes back what was committed of it meanwhile', async () => {
    stand = standAt(boardWithBox())
    stand.begin('moving', [BOX])
    stand.move(BOX, { x: 50, y: 0 })
    await stand.clock.advance(COMMIT_EVERY_MS)
    const copy = 'shape:copy'
    stand.store.put([geoRecord(copy, { index: 'a5' }) as unknown as TLShape])
    await stand.clock.advance(COMMIT_EVERY_MS)
    expect(stand.board.records.has(copy)).toBe(true)
    // Alt is let go: the copy goes, and the box is where it was.
    stand.store.mergeRemoteChanges(() => stand.store.remove([copy as TLShape['id']]))
    stand.router.startOver([copy, BOX])
    stand.end()
    expect(stand.board.records.has(copy)).toBe(false)
    expect([record(stand.board, BOX)['x'], stand.shape(BOX).x]).toEqual([0, 0])
    expect(stand.client.undo.canUndo.get()).toBe(false)
  })

  test('of somebody who may not write any more is given up without writing', async () => {
    stand = standAt(boardWithBox())
    stand.begin('moving', [BOX])
    stand.move(BOX, { x: 50, y: 0 })
    await stand.clock.advance(COMMIT_EVERY_MS)
    stand.canEdit.set(false)
    const written = stand.writes()
    stand.router.cancelGesture()
    stand.end()
    expect(stand.writes()).toBe(written)
    expect(stand.shape(BOX).x).toBe(50)
  })

  test('is not disturbed by what somebody else changes on the same record', async () => {
    stand = standAt(boardWithBox())
    const other = copyOf(stand.board, 9)
    stand.begin('moving', [BOX])
    stand.move(BOX, { x: 50, y: 50 })
    recolour(other, BOX, 'blue')
    syncBoards(stand.board, other)
    await stand.clock.advance(20)
    expect(stand.shape(BOX)).toMatchObject({ x: 50, props: { color: 'blue' } })
    stand.end()
    expect(record(stand.board, BOX)).toMatchObject({ x: 50, props: { color: 'blue' } })
  })
})

describe('a card', () => {
  test('finds its target when it is let go, and snaps', () => {
    stand = standAt(boardWithCard())
    stand.begin('moving', [CARD])
    stand.move(CARD, { x: 2000, y: 3000 })
    expect(readPlacement(stand.board, placementKey(SHIP, FIRST_INSTANCE))?.target).toBe('frame')
    stand.end()
    expect(readPlacement(stand.board, placementKey(SHIP, FIRST_INSTANCE))).toBeNull()
    expect(readPlacement(stand.board, placementKey(SHIP, CANVAS_INSTANCE))).toMatchObject({
      dx: 2000,
      dy: 3000,
    })
    expect(stand.shape(cardShapeId(SHIP, CANVAS_INSTANCE))).toMatchObject({ x: 2000, y: 3000 })
    expect(stand.store.has(CARD as never)).toBe(false)
    stand.client.undo.undo()
    stand.projection.flush()
    expect(stand.shape(CARD)).toMatchObject({ x: 500, y: 10 })
  })

  test('that is deleted goes back to the tray', () => {
    stand = standAt(boardWithCard())
    stand.store.remove([CARD as never])
    stand.router.flush()
    expect(stand.client.view.unplaced.get()).toEqual([SHIP])
    expect(listInitiatives(stand.board)).toHaveLength(1)
  })

  test('that is duplicated where it stands makes a new initiative, undone in one step', () => {
    stand = standAt(boardWithCard())
    stand.store.put([{ ...stand.shape(CARD), id: 'shape:clone', x: 60, y: 300 } as TLShape])
    stand.router.flush()
    const copies = listInitiatives(stand.board).filter(({ id }) => id !== SHIP)
    expect(copies).toMatchObject([{ title: 'Ship it', team: 'Blue', effort: 4 }])
    const [oldId, newId] = stand.replaced[0] ?? []
    expect(oldId).toBe('shape:clone')
    expect(stand.store.has('shape:clone' as never)).toBe(false)
    expect(stand.shape(newId ?? '')).toMatchObject({ x: 60, y: 300 })
    stand.client.undo.undo()
    expect(listInitiatives(stand.board)).toHaveLength(1)
  })

  test('that is pasted on another instance places the same initiative', () => {
    stand = standAt(boardWithCard())
    stand.store.put([{ ...stand.shape(CARD), id: 'shape:clone', x: 9000, y: 0 } as TLShape])
    stand.router.flush()
    expect(listInitiatives(stand.board)).toHaveLength(1)
    expect(stand.replaced).toEqual([['shape:clone', cardShapeId(SHIP, CANVAS_INSTANCE)]])
  })

  test('from another board is made from the fields it carries, and one without fields is taken away', () => {
    stand = standAt(boardWithCard())
    const foreign = (id: string, initiative?: object): TLShape =>
      ({
        ...stand.shape(CARD),
        id,
        props: { ...stand.shape(CARD).props, initiativeId: 'elsewhere' },
        meta: initiative ? { initiative } : {},
      }) as TLShape
    stand.store.put([
      foreign('shape:one', { title: 'Brought along', summary: 'Why', effort: 0 }),
      foreign('shape:two'),
    ])
    stand.router.flush()
    const made = listInitiatives(stand.board).find(({ title }) => title === 'Brought along')
    expect(made).toMatchObject({ summary: 'Why', effort: 0 })
    expect(made?.id).not.toBe('elsewhere')
    expect(stand.store.has('shape:one' as never)).toBe(false)
    expect(stand.store.has('shape:two' as never)).toBe(false)
    expect(stand.client.notice.get()?.sentence).toMatch(/copied without what it says/)
  })

  test('beyond what the board holds is taken away, and its person is told why', () => {
    const board = boardWithCard()
    const drafts = Array.from({ length: LIMITS.INITIATIVES - 1 }, (_, at) => ({
      ...{ id: initiativeId(`i${at}`), title: '' },
    }))
    addInitiatives(board, authorOf('ada'), drafts)
    stand = standAt(board)
    stand.store.put([{ ...stand.shape(CARD), id: 'shape:clone', x: 40, y: 300 } as TLShape])
    stand.router.flush()
    expect(stand.store.has('shape:clone' as never)).toBe(false)
    expect(stand.client.notice.get()?.sentence).toMatch(/holds 2,000 initiatives/)
  })
})

describe('a free record', () => {
  test('is stamped with who made it and when', () => {
    stand = standAt()
    stand.store.put([geoRecord(BOX, { index: 'a3', meta: { createdBy: 'bo' } }) as unknown as TLShape])
    stand.router.flush()
    expect(record(stand.board, BOX)['meta']).toEqual({ createdBy: 'ada', createdAt: stand.clock.now() })
  })

  test('typed into letter by letter is undone as one', async () => {
    stand = standAt(boardWithBox())
    for (const text of ['a', 'ab', 'abc']) {
      const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
      stand.store.put([{ ...stand.shape(BOX), props: { ...stand.shape(BOX).props, richText } }])
      stand.router.flush()
      await stand.clock.advance(100)
    }
    stand.client.undo.undo()
    expect(stand.client.undo.canUndo.get()).toBe(false)
    expect(JSON.stringify(record(stand.board, BOX))).not.toContain('abc')
  })

  test('moves a whole board by a held key in a few writes, and is whole before a hand takes something', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `shape:many-${at}`)
    stand = standAt(boardWithBox())
    const boxes = ids.map((id) => geoRecord(id))
    createRecords(stand.board, authorOf('ada'), boxes)
    stand.projection.flush()
    const before = stand.writes()
    for (let x = 1; x <= 12; x++) {
      stand.store.put(ids.map((id) => ({ ...stand.shape(id), x })))
      stand.store.listen(() => undefined)()
      await stand.clock.advance(33)
    }
    expect(stand.writes() - before).toBeLessThan(9)
    expect(stand.client.isHeldBack.get()).toBe(true)
    stand.begin('moving', [BOX])
    expect(record(stand.board, 'shape:many-119')['x']).toBe(12)
    expect(stand.client.isHeldBack.get()).toBe(false)
  })
})

describe('what may not be changed', () => {
  test('is put back: the template, and everything for who may not edit', () => {
    stand = standAt(boardWithCard())
    const frameId = `shape:frame-${FIRST_INSTANCE}`
    stand.move(frameId, { x: 77, y: 77 })
    stand.router.flush()
    expect(stand.shape(frameId)).toMatchObject({ x: 0, y: 0 })
    const before = stand.writes()
    stand.canEdit.set(false)
    stand.move(BOX, { x: 50, y: 50 })
    stand.router.flush()
    expect(stand.shape(BOX)).toMatchObject({ x: 0, y: 0 })
    expect(stand.writes()).toBe(before)
  })
})
