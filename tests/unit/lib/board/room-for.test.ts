import { expect, test } from 'vitest'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { fitsBeside, hasRoomFor } from '@/lib/board/room-for'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '../../../support/board-builders'

test('deleted entities make room for others, and one that is not deleted takes it', () => {
  const board = seededBoard()
  const author = authorOf('ada')
  const drafts = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
    id: initiativeId(`i${at}`),
    title: 'x',
  }))
  addInitiatives(board, author, drafts)
  expect(hasRoomFor(board, 'initiatives', 1)).toBe(false)
  expect(hasRoomFor(board, 'initiatives', 0)).toBe(true)
  setInitiativeDeleted(board, author, { id: initiativeId('i7'), deleted: true })
  expect([hasRoomFor(board, 'initiatives', 1), hasRoomFor(board, 'initiatives', 2)]).toEqual([true, false])
})

test('in all there may be only so many, deleted or not', () => {
  expect(fitsBeside('initiatives', { living: 0, all: LIMITS.ENTITIES_IN_ALL - 1 }, 1)).toBe(true)
  expect(fitsBeside('initiatives', { living: 0, all: LIMITS.ENTITIES_IN_ALL }, 1)).toBe(false)
})
