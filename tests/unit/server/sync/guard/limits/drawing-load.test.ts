import { expect, it } from 'vitest'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { drawingCost } from '@/lib/board/limits/drawing-cost'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { DrawingLoad } from '@/server/sync/guard/limits/drawing-load'
import { authorOf, geoRecord, strokeRecord } from '@/tests/support/boards/board-builders'
import { furnish, GuardedBoard, outcomeOf, recordIn } from '../guarded-board'

const COST = 62_500

/** As many dots as a shape may have: two fit on a board. */
function dots(id: string, w = 5_000): BoardRecord {
  const record = geoRecord(id)
  return { ...record, props: { ...(record['props'] as object), dash: 'dotted', w, h: 4_900, scale: 0.01 } }
}

it('counts each record as it is now, and none that is gone', () => {
  const load = new DrawingLoad()
  expect(drawingCost(dots('shape:a')).beyond).toBeLessThan(COST)
  for (const id of ['shape:a', 'shape:a', 'shape:b']) load.put(dots(id))
  expect(load.isTooMuch(dots('shape:c'))).toBe(true)
  expect(load.isTooMuch(dots('shape:b'))).toBe(false)
  expect(load.isTooMuch(geoRecord('shape:c'))).toBe(false)
  load.put(geoRecord('shape:a'))
  expect(load.isTooMuch(dots('shape:c'))).toBe(false)
  load.put(dots('shape:c'))
  load.remove('shape:b')
  expect(load.isTooMuch(dots('shape:d'))).toBe(false)
  expect(load.isTooMuch({ id: 'shape:e', typeName: 'shape', type: 'draw', props: { segments: [7] } })).toBe(
    false,
  )
})

it('counts as nothing, however often it comes, what was written before there were bounds and has no length', () => {
  const load = new DrawingLoad()
  const record = dots('shape:old')
  const old = { ...record, props: { ...(record['props'] as object), scale: -0.01 } }
  for (const id of ['shape:old', 'shape:old', 'shape:older']) load.put({ ...old, id })
  for (let at = 0; at < 952; at++) load.put(strokeRecord(`shape:${at}`, 550))
  expect(load.isTooMuch(strokeRecord('shape:more', 550))).toBe(true)
})

it('does not look through what only moves', () => {
  const load = new DrawingLoad()
  let looks = 0
  const stroke = strokeRecord('shape:a', 550)
  const { segments, ...look } = stroke['props'] as { segments: Json[] }
  const watched = new Proxy(segments, {
    get: (list, name) => {
      looks++
      return Reflect.get(list, name) as unknown
    },
  })
  const props = { ...look, segments: watched }
  load.put({ ...stroke, props })
  const before = looks
  expect(before).toBeGreaterThan(0)
  const moved = { ...stroke, x: 7, props: { ...props } }
  expect(load.isTooMuch(moved)).toBe(false)
  load.put(moved)
  expect(looks).toBe(before)
})

it('[ACCESS-18] takes no more of what is slow to draw than a board bears, and all that is ordinary', () => {
  const room = new GuardedBoard(furnish)
  const [ada, cy] = [room.join('ada'), room.join('cy')]
  const add = (...records: BoardRecord[]) => createRecords(ada.board, ada.author, records)
  add(dots('shape:one'), dots('shape:two'))
  expect(outcomeOf(room.tick(ada), ada).refusals).toEqual([])
  add(dots('shape:three'), strokeRecord('shape:ordinary', 600))
  expect(outcomeOf(room.tick(ada), ada)).toMatchObject({
    refusals: [{ code: 'board-full', record: 'records/shape:three' }],
    violations: 0,
  })
  expect(recordIn(room.board, 'shape:three')).toBeNull()
  expect(recordIn(room.board, 'shape:ordinary')).not.toBeNull()

  const note = recordIn(room.board, 'shape:note')
  ada.board.records.get('shape:note')?.set('props.dash', 'dotted')
  ada.board.records.get('shape:note')?.set('props.scale', 0.01)
  ada.board.records.get('shape:note')?.set('wh', [5_000, 4_900])
  expect(outcomeOf(room.tick(ada), ada).refusals.map(({ code }) => code)).toEqual(['board-full'])
  expect(recordIn(room.board, 'shape:note')).toMatchObject({ id: note?.id, props: { w: 100 } })

  cy.board.records.get('shape:one')?.set('wh', [10, 10])
  deleteRecords(cy.board, cy.author, ['shape:two'])
  expect(outcomeOf(room.tick(cy), cy).refusals).toEqual([])
  add(dots('shape:three'))
  expect(outcomeOf(room.tick(ada), ada).refusals).toEqual([])
})

it('counts what stood on the board before, of which nothing is lost', () => {
  const room = new GuardedBoard((board) => {
    furnish(board)
    const old = [dots('shape:a'), dots('shape:b'), dots('shape:c')]
    createRecords(board, authorOf('ada'), old)
  })
  const ada = room.join('ada')
  createRecords(ada.board, ada.author, [dots('shape:d')])
  expect(outcomeOf(room.tick(ada), ada).refusals).toMatchObject([{ code: 'board-full' }])
  ada.board.records.get('shape:a')?.set('props.color', 'red')
  expect(outcomeOf(room.tick(ada), ada).refusals).toEqual([])
  expect(recordIn(room.board, 'shape:a')).toMatchObject({ props: { color: 'red' } })
  expect(LIMITS.DRAWING_COST_BEYOND_ORDINARY).toBeLessThan(3 * COST)
})

it('[ACCESS-18] takes as many ordinary shapes as a canvas shows and more, but not without end', () => {
  const load = new DrawingLoad()
  const strokes = Array.from({ length: 900 }, (_, at) => strokeRecord(`shape:${at}`, 550))
  for (const stroke of strokes) load.put(stroke)
  expect(load.isTooMuch(strokeRecord('shape:more', 550))).toBe(false)
  for (let at = 900; at < 952; at++) load.put(strokeRecord(`shape:${at}`, 550))
  expect(load.isTooMuch(strokeRecord('shape:more', 550))).toBe(true)
  expect(load.isTooMuch(strokeRecord('shape:0', 500))).toBe(false)
  load.remove('shape:1')
  expect(load.isTooMuch(strokeRecord('shape:more', 550))).toBe(false)

  const notes = new DrawingLoad()
  for (let at = 0; at < 5_000; at++) notes.put(geoRecord(`shape:${at}`))
  expect(notes.isTooMuch(geoRecord('shape:more'))).toBe(false)
})
