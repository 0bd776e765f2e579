import { expect, it } from 'vitest'
import type { InstanceId } from '@/lib/ids'
import { addInstance, moveInstance } from '@/lib/board/operations/instances'
import { revertStep } from '@/lib/board/operations/undo'
import { listInstances, readInstance } from '@/lib/board/read'
import { authorOf, NOW, seededBoard } from '@/tests/support/board-builders'

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
