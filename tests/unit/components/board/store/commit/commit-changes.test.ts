import type { TLRecord, TLShape } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { LIMITS } from '@/lib/sync/limits'
import {
  authorOf,
  geoRecord,
  groupRecord,
  initiativeId,
  seededBoard,
  strokeRecord,
} from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

let stand: CanvasStand
afterEach(() => stand.stop())

const STROKES = Array.from({ length: 200 }, (_, at) => `shape:stroke${at}`)
const POINTS = 300

/** Hears how large each update is that leaves this page. */
function updatesOf(board: BoardDocument): number[] {
  const bytes: number[] = []
  board.doc.on('update', (update: Uint8Array) => bytes.push(update.length))
  return bytes
}

function recordOf(id: string) {
  const map = stand.board.records.get(id)
  return map ? readRecord(map) : null
}

test('what is pasted, resized and deleted at once never makes an update that the server does not take', () => {
  stand = standAt(seededBoard())
  const bytes = updatesOf(stand.board)
  stand.store.put(STROKES.map((id) => strokeRecord(id, POINTS) as unknown as TLRecord))
  stand.router.flush()
  expect(stand.board.records.has(STROKES[199] ?? '')).toBe(true)
  expect(bytes.length).toBeGreaterThan(1)

  const wide = STROKES.map((id) => stand.shape(id)).map(
    (shape) => ({ ...shape, props: strokeRecord(shape.id, POINTS, 2)['props'] }) as unknown as TLShape,
  )
  stand.store.put(wide)
  stand.router.flush()
  stand.store.remove(STROKES as never)
  stand.router.flush()
  stand.client.undo.undo()
  expect(STROKES.every((id) => stand.board.records.has(id))).toBe(true)
  expect(Math.max(...bytes)).toBeLessThan(LIMITS.UPDATE_BYTES)
  stand.client.undo.undo()
  stand.client.undo.undo()
  expect(STROKES.some((id) => stand.board.records.has(id))).toBe(false)
})

test('whatever is large comes back after the group it lies in, also where it takes several updates', () => {
  const board = seededBoard()
  // Its key would put the group last among its own.
  createRecords(board, authorOf('ada'), [
    groupRecord('shape:group', { index: 'a9' }),
    ...STROKES.map((id) => ({ ...strokeRecord(id, POINTS), parentId: 'shape:group' })),
  ])
  stand = standAt(board)
  stand.store.remove(['shape:group', ...STROKES] as never)
  stand.router.flush()
  let updates = 0
  const early: string[] = []
  board.doc.on('update', () => {
    updates++
    const isThere = board.records.has('shape:group')
    if (!isThere) early.push(...STROKES.filter((id) => board.records.has(id)))
  })
  stand.client.undo.undo()
  expect(early).toEqual([])
  expect(updates).toBeGreaterThan(1)
  expect(STROKES.map((id) => recordOf(id)?.parentId)).toEqual(STROKES.map(() => 'shape:group'))
})

test('six hundred cards are moved and taken away in a few updates', () => {
  const board = seededBoard()
  const ids = Array.from({ length: 600 }, (_, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    authorOf('ada'),
    ids.map((id) => ({ id, title: 'One of many' })),
  )
  setPlacements(
    board,
    authorOf('ada'),
    ids.map((id, at) => ({
      key: placementKey(id, CANVAS_INSTANCE),
      placement: { target: 'canvas', dx: -9_000 + (at % 30) * 260, dy: 9_000 + Math.floor(at / 30) * 150 },
    })),
  )
  stand = standAt(board)
  const cards = ids.map((id) => cardShapeId(id, CANVAS_INSTANCE))
  const bytes = updatesOf(board)
  stand.begin('moving', cards)
  stand.store.put(cards.map((id) => ({ ...stand.shape(id), x: stand.shape(id).x + 7 })))
  stand.end()
  stand.store.remove(cards as never)
  stand.router.flush()
  expect(bytes.length).toBeLessThan(6)
  expect(stand.store.has((cards[0] ?? '') as TLRecord['id'])).toBe(false)
})

test('what is sent to the back lies under what was sent before, in the order it has among itself', () => {
  const board = seededBoard()
  const ids = ['shape:a', 'shape:b', 'shape:c', 'shape:d']
  createRecords(
    board,
    authorOf('ada'),
    ids.map((id, at) => geoRecord(id, { index: `a${at + 2}` })),
  )
  stand = standAt(board)
  const send = (sent: Readonly<Record<string, string>>): void => {
    stand.store.put(
      Object.entries(sent).map(([id, index]) => ({ ...stand.shape(id), index }) as unknown as TLShape),
    )
    stand.router.flush()
  }
  send({ 'shape:d': 'X001' })
  send({ 'shape:b': 'X002', 'shape:c': 'X003' })
  const indexOf = (id: string): string => recordOf(id)?.['index'] as string
  const inOrder = [...ids].sort((one, other) => (indexOf(one) < indexOf(other) ? -1 : 1))
  expect(inOrder).toEqual(['shape:b', 'shape:c', 'shape:d', 'shape:a'])
})
