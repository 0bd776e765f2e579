import { expect, test } from 'vitest'
import { findShortage, shortageBeside, shortageSentence } from '@/lib/board/limits/room-for'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

test('deleted entities make room for others, and one that is not deleted takes it', () => {
  const board = seededBoard()
  const author = authorOf('ada')
  const drafts = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
    id: initiativeId(`i${at}`),
    title: 'x',
  }))
  addInitiatives(board, author, drafts)
  expect(findShortage(board, 'initiatives', { added: 1 })).toBe('living')
  expect(findShortage(board, 'initiatives', { added: 0 })).toBeNull()
  setInitiativeDeleted(board, author, { id: initiativeId('i7'), deleted: true })
  expect(findShortage(board, 'initiatives', { added: 1 })).toBeNull()
  expect(findShortage(board, 'initiatives', { added: 1, restored: 1 })).toBe('living')
})

test('in all there may be only so many, deleted or not; one that comes back was counted already', () => {
  const [nearly, full] = [LIMITS.ENTITIES_IN_ALL - 1, LIMITS.ENTITIES_IN_ALL]
  const [added, restored] = [
    { added: 1, restored: 0 },
    { added: 0, restored: 1 },
  ]
  expect(shortageBeside('initiatives', { living: 0, all: nearly }, added)).toBeNull()
  expect(shortageBeside('initiatives', { living: 0, all: full }, added)).toBe('all')
  expect(shortageBeside('initiatives', { living: 0, all: full }, restored)).toBeNull()
  expect(shortageBeside('teams', { living: LIMITS.TEAMS, all: LIMITS.TEAMS }, restored)).toBe('living')
})

test('people are told to delete where that helps, and to go on in a copy where it does not', () => {
  expect(shortageSentence('teams', 'living')).toMatch(/holds 200 teams.*Delete some/)
  expect(shortageSentence('interactions', 'all')).toMatch(/6,000 interactions.*duplicate/)
})
