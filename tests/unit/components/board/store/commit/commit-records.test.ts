import type { TLImageShape, TLShape } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { authorOf, geoRecord, imageRecord, seededBoard } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const PICTURE = 'shape:picture'
const BOX = 'shape:box'
const CROP = { topLeft: { x: 0, y: 0 }, bottomRight: { x: 0.5, y: 1 } }

let stand: CanvasStand
afterEach(() => stand.stop())

function cropOnBoard(): unknown {
  const map = stand.board.records.get(PICTURE)
  return map && (readRecord(map)?.['props'] as { crop?: unknown }).crop
}

function crop(to: TLImageShape['props']['crop']): void {
  const shape = stand.shape(PICTURE) as TLImageShape
  stand.store.put([{ ...shape, props: { ...shape.props, crop: to } }])
  stand.router.flush()
}

test('a picture is cropped, shown whole again, and undone to either', () => {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [imageRecord(PICTURE)])
  stand = standAt(board)
  crop(CROP)
  expect(cropOnBoard()).toEqual(CROP)
  crop(null)
  expect(cropOnBoard()).toBeNull()
  const { undo } = stand.client
  undo.undo()
  expect(cropOnBoard()).toEqual(CROP)
  undo.undo()
  expect(cropOnBoard()).toBeNull()
  expect((stand.shape(PICTURE) as TLImageShape).props.crop).toBeNull()
  undo.redo()
  expect(cropOnBoard()).toEqual(CROP)
})

function boardWithBox(): BoardDocument {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(BOX, { index: 'a2' })])
  return board
}

function readBox() {
  const map = stand.board.records.get(BOX)
  return map ? readRecord(map) : null
}

test('a record that is the first of its page does not share its index with somebody else’s first', () => {
  stand = standAt()
  stand.store.put([geoRecord(BOX, { index: 'a1' }) as unknown as TLShape])
  stand.router.flush()
  const index = readBox()?.['index']
  expect(index).not.toBe('a1')
  stand.projection.flush()
  expect(stand.shape(BOX).index).toBe(index)
})

test('a record sent to the back stays above the template', () => {
  stand = standAt(boardWithBox())
  stand.store.put([{ ...stand.shape(BOX), index: 'Wzzzz' } as TLShape])
  stand.router.flush()
  stand.projection.flush()
  const frames = stand.store
    .allRecords()
    .filter((one) => one.typeName === 'shape' && one.type === ('template-frame' as never))
  expect(frames).toHaveLength(1)
  for (const frame of frames) expect(stand.shape(BOX).index > (frame as TLShape).index).toBe(true)
})

test('a record the board cannot hold is taken out again with a word', () => {
  stand = standAt()
  const text = 'much too long '.repeat(2000)
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const box = geoRecord(BOX, { index: 'a3' })
  stand.store.put([{ ...box, props: { ...(box['props'] as object), richText } } as unknown as TLShape])
  stand.router.flush()
  expect(stand.board.records.has(BOX)).toBe(false)
  expect(stand.store.has(BOX as never)).toBe(false)
  expect(stand.client.notice.get()?.tone).toBe('attention')
})
