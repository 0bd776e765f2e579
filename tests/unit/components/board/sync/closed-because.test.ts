import { expect, test } from 'vitest'
import { closedBecause, saidByServer } from '@/components/board/sync/closed-because'
import { CLOSE_CODES } from '@/lib/sync/close-codes'

test('the reason the server gives tells apart what shares a close code', () => {
  expect(closedBecause({ code: CLOSE_CODES.noSuchBoard, reason: 'board-deleted' })).toBe('board-deleted')
  expect(closedBecause({ code: CLOSE_CODES.noSuchBoard, reason: 'no-such-board' })).toBe('no-such-board')
})

test('without a reason that fits its code, the code alone speaks', () => {
  expect(closedBecause({ code: CLOSE_CODES.noSuchBoard, reason: '' })).toBe('no-such-board')
  expect(closedBecause({ code: CLOSE_CODES.notAllowed, reason: 'board-deleted' })).toBe('not-allowed')
  expect(closedBecause({ code: CLOSE_CODES.notAllowed, reason: 'toString' })).toBe('not-allowed')
  expect(closedBecause({ code: 4499, reason: 'nonsense' })).toBe('internal')
})

test('what ends a line by itself is not taken for the server that says it is busy', () => {
  expect(saidByServer({ code: CLOSE_CODES.overloaded, reason: 'overloaded' })).toBe('overloaded')
  expect(saidByServer({ code: CLOSE_CODES.overloaded, reason: 'no line' })).toBeNull()
  expect(saidByServer({ code: 1006, reason: '' })).toBeNull()
})
