import { expect, it } from 'vitest'
import type { InstanceId } from '@/lib/ids'
import {
  addInstance,
  moveInstance,
  renameInstance,
  setInstanceDeleted,
} from '@/lib/board/operations/instances'
import { createRecords } from '@/lib/board/operations/records'
import { revertStep } from '@/lib/board/operations/revert-step'
import { nameInstance } from '@/lib/board/places/instance-names'
import { listInstances, readInstance, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { authorOf, geoRecord, NOW, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const SECOND = 'second' as InstanceId

it('stands a template on the board and moves it', () => {
  const board = seededBoard()
  addInstance(board, ADA, { id: SECOND, templateId: 'effort-value-curves', place: [10, 20] })
  expect(readInstance(board, SECOND)).toMatchObject({ place: [10, 20], createdBy: 'ada', createdAt: NOW })
  const step = moveInstance(board, ADA, { id: SECOND, place: [30, 40] })
  expect(step).toEqual([
    { kind: 'unit', root: 'instances', id: SECOND, unit: 'place', before: [10, 20], after: [30, 40] },
  ])
  expect(readInstance(board, SECOND)?.place).toEqual([30, 40])
})

it('changes nothing for an id that exists, one that does not, or the same place', () => {
  const board = seededBoard()
  expect(addInstance(board, ADA, { id: 'first' as InstanceId, templateId: 'x', place: [1, 1] })).toEqual([])
  expect(moveInstance(board, ADA, { id: SECOND, place: [1, 1] })).toEqual([])
  expect(moveInstance(board, ADA, { id: 'first' as InstanceId, place: [0, 0] })).toEqual([])
})

it('takes an added template away again by undo, and back', () => {
  const board = seededBoard()
  const step = addInstance(board, ADA, { id: SECOND, templateId: 'effort-value-curves', place: [10, 20] })
  const redo = revertStep(board, ADA, step)
  expect(listInstances(board).map(({ id }) => id)).toEqual(['first'])
  revertStep(board, ADA, redo)
  expect(listInstances(board).map(({ id }) => id)).toContain(SECOND)
})

it('takes along what lies on it, by the same distance, and undo brings all of it back', () => {
  const board = seededBoard()
  const [page, inGroup] = [
    geoRecord('shape:note', { x: 100.5, y: 50 }),
    geoRecord('shape:in', { x: 5, y: 5, parentId: 'shape:group' }),
  ]
  createRecords(board, ADA, [page, inGroup])
  const along = ['shape:note', 'shape:in', 'shape:gone']
  const step = moveInstance(board, ADA, { id: FIRST_INSTANCE, place: [-40, 300], along })
  const place = (id: string) => {
    const map = board.records.get(id)
    const record = map && readRecord(map)
    return [record?.['x'], record?.['y']]
  }
  expect(place('shape:note')).toEqual([60.5, 350])
  expect(place('shape:in')).toEqual([5, 5])
  revertStep(board, ADA, step)
  expect(place('shape:note')).toEqual([100.5, 50])
  expect(readInstance(board, FIRST_INSTANCE)?.place).toEqual([0, 0])
})

it('moves nothing along with a template that does not move', () => {
  const board = seededBoard()
  createRecords(board, ADA, [geoRecord('shape:note')])
  expect(moveInstance(board, ADA, { id: SECOND, place: [9, 9], along: ['shape:note'] })).toEqual([])
  expect(moveInstance(board, ADA, { id: FIRST_INSTANCE, place: [0, 0], along: ['shape:note'] })).toEqual([])
})

it('calls a template by a name of its own, and by that of its kind again', () => {
  const board = seededBoard()
  const called = (): string => nameInstance(readInstance(board, FIRST_INSTANCE) ?? { templateId: '' })
  const step = renameInstance(board, ADA, { id: FIRST_INSTANCE, name: '  Autumn ' })
  expect(called()).toBe('Autumn')
  renameInstance(board, ADA, { id: FIRST_INSTANCE, name: ' ' })
  expect(called()).toBe('Effort and value')
  expect(renameInstance(board, ADA, { id: FIRST_INSTANCE, name: '' })).toEqual([])
  renameInstance(board, ADA, { id: FIRST_INSTANCE, name: 'Autumn' })
  revertStep(board, ADA, step)
  expect(called()).toBe('Effort and value')
})

it('takes a template off the board with what stands on it still in the document, and back', () => {
  const board = seededBoard()
  board.placements.set('alpha/first', { target: 'frame', dx: 0, dy: 0 })
  const step = setInstanceDeleted(board, ADA, { id: FIRST_INSTANCE, deleted: true })
  expect(listInstances(board)).toEqual([])
  expect(board.placements.get('alpha/first')).toEqual({ target: 'frame', dx: 0, dy: 0 })
  revertStep(board, ADA, step)
  expect(listInstances(board).map(({ id }) => id)).toEqual([FIRST_INSTANCE])
})
