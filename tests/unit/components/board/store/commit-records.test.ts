import type { TLImageShape } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { authorOf, imageRecord, seededBoard } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const PICTURE = 'shape:picture'
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
