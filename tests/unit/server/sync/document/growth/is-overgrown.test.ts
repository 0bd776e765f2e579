import { expect, test } from 'vitest'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { createRecords } from '@/lib/board/operations/records'
import { LIMITS } from '@/lib/sync/limits'
import { isOvergrown } from '@/server/sync/document/growth/is-overgrown'
import { writeUnderIds } from '@/tests/support/boards/age-board'
import { authorOf, geoRecord, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

test('a board with much on it is large, not overgrown', () => {
  const board = seededBoard()
  createRecords(
    board,
    ADA,
    Array.from({ length: 6_000 }, (_one, at) => geoRecord(`shape:${at}`)),
  )
  addInitiatives(board, ADA, [{ id: initiativeId('a'), title: 'Search' }])
  expect(isOvergrown(board)).toBe(false)
})

test('a long history on few things is', () => {
  const board = seededBoard()
  createRecords(board, ADA, [geoRecord('shape:a'), geoRecord('shape:b')])
  const [one, other] = ['shape:a', 'shape:b'].map((id) => board.records.get(id))
  // Two that are written in turn: what is overwritten cannot be merged into one.
  for (let at = 0; at * 2 <= LIMITS.RENEW_AFTER_STRUCTS + 2; at++) {
    one?.set('opacity', at)
    other?.set('opacity', at)
  }
  expect(isOvergrown(board)).toBe(true)
})

test('very much that was deleted is', () => {
  const board = seededBoard()
  const ids = Array.from({ length: LIMITS.RENEW_AFTER_DELETED + 1 }, (_one, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: 'Gone' })),
  )
  const [last, ...others] = ids
  for (const id of others) setInitiativeDeleted(board, ADA, { id, deleted: true })
  expect(isOvergrown(board)).toBe(false)
  if (last) setInitiativeDeleted(board, ADA, { id: last, deleted: true })
  expect(isOvergrown(board)).toBe(true)
})

test('what very many client ids wrote in is, however little they wrote', () => {
  const board = seededBoard()
  writeUnderIds(board, LIMITS.RENEW_AFTER_CLIENT_IDS - 1)
  expect(isOvergrown(board)).toBe(false)
  writeUnderIds(board, LIMITS.RENEW_AFTER_CLIENT_IDS + 1)
  expect(isOvergrown(board)).toBe(true)
})
