import type { TLShape } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import { movingKey } from '@/components/board/store/commit/moving-key'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import type { StepChange } from '@/lib/board/step'
import { authorOf, geoRecord, seededBoard } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const BOX = 'shape:box'

let stand: CanvasStand | undefined
afterEach(() => stand?.stop())

const unit = (id: string, name = 'place', [x, y] = [1, 0]): StepChange => ({
  ...{ kind: 'unit', root: 'records', id, unit: name },
  ...{ before: ['page:page', 0, 0, 0], after: ['page:page', x ?? 0, y ?? 0, 0] },
})
const card: StepChange = { kind: 'placement', key: 'ship one', before: null, after: null }

test('what puts the same things elsewhere has one key, in whatever order', () => {
  expect(movingKey([unit('shape:a'), card])).toBe(movingKey([card, unit('shape:a')]))
  expect(movingKey([unit('shape:a')])).not.toBe(movingKey([unit('shape:b')]))
})

test('what puts them elsewhere another way has another key', () => {
  const by = (x: number, y: number) => movingKey([unit('shape:a', 'place', [x, y])])
  expect(by(1, 0)).toBe(by(10, 1e-15))
  expect(new Set([by(1, 0), by(-1, 0), by(0, 1), by(0, -1)]).size).toBe(4)
  const free = (dx: number): StepChange => ({
    ...{ kind: 'placement', key: 'ship one' },
    ...{ before: { target: 'free', dx: 5, dy: 5 }, after: { target: 'free', dx, dy: 5 } },
  })
  expect(movingKey([free(6)])).not.toBe(movingKey([free(4)]))
})

test('what does something else as well, or nothing, has none', () => {
  expect(movingKey([])).toBeUndefined()
  expect(movingKey([unit('shape:a'), unit('shape:a', 'opacity')])).toBeUndefined()
  expect(
    movingKey([card, { kind: 'entity', root: 'initiatives', id: 'ship', deleted: true }]),
  ).toBeUndefined()
})

test('what a held key moves for long is undone as one, and what was done before it can be undone still', async () => {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(BOX, { index: 'a2' })])
  const { store, router, client, clock, shape } = (stand = standAt(board))
  const nudge = async (change: { x?: number; opacity?: number }): Promise<void> => {
    store.put([{ ...shape(BOX), ...change } satisfies TLShape])
    router.flush()
    await clock.advance(33)
  }
  const box = (): object => readRecord(board.records.get(BOX) ?? expect.fail()) ?? {}
  await nudge({ opacity: 0.5 })
  for (let x = 1; x <= 250; x++) await nudge({ x })
  client.undo.undo()
  expect(box()).toMatchObject({ x: 0, opacity: 0.5 })
  client.undo.undo()
  expect(box()).toMatchObject({ x: 0, opacity: 1 })
})
