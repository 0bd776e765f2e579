import { expect, test } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { GrowthWatch } from '@/server/sync/document/growth/growth-watch'
import { growTo, overgrow, writeUnderIds } from '@/tests/support/boards/age-board'
import { addTitled } from '@/tests/support/boards/board-edits'
import { seededBoard } from '@/tests/support/boards/board-builders'
import { FakeClock } from '@/tests/support/fake-clock'

function watch(board: BoardDocument) {
  const clock = new FakeClock()
  const seen = { overgrown: 0, isFree: true, mayInterrupt: true }
  const growth = new GrowthWatch({
    board,
    clock,
    isFree: () => seen.isFree,
    mayInterrupt: () => seen.mayInterrupt,
    onOvergrown: () => seen.overgrown++,
  })
  const writeAndRest = async (): Promise<void> => {
    growth.note()
    await clock.advance(LIMITS.RENEW_IDLE_MS)
  }
  return { clock, growth, seen, writeAndRest }
}

test('asks once nobody has written for long, and only after somebody did', async () => {
  const board = seededBoard()
  const { clock, growth, seen } = watch(board)
  overgrow(board)
  await clock.advance(10 * LIMITS.RENEW_IDLE_MS)
  expect(seen.overgrown).toBe(0)
  growth.note()
  await clock.advance(LIMITS.RENEW_IDLE_MS - 1)
  growth.note()
  await clock.advance(LIMITS.RENEW_IDLE_MS)
  expect(seen.overgrown).toBe(0)
  await clock.advance(1)
  expect([seen.overgrown, clock.waiting]).toEqual([1, 0])
})

test('asked at once, it waits for nobody, and does not ask again before it is twice as large', () => {
  const board = seededBoard()
  const { growth, seen } = watch(board)
  growth.askAtOnce()
  expect(seen.overgrown, 'of a healthy board').toBe(0)
  overgrow(board)
  seen.isFree = false
  growth.askAtOnce()
  growth.askAtOnce()
  expect(seen.overgrown).toBe(1)
})

test('asked at once, it does not read a board again before there is more of it', () => {
  const board = seededBoard()
  const { growth, seen } = watch(board)
  writeUnderIds(board, LIMITS.RENEW_AFTER_CLIENT_IDS - 1)
  growth.askAtOnce()
  for (const clientId of [7, 8]) {
    board.doc.clientID = clientId
    board.meta.set('title', `${clientId}`)
  }
  growth.askAtOnce()
  expect(seen.overgrown).toBe(0)
  growTo(board.doc, 1.03 * LIMITS.RENEW_AFTER_CLIENT_IDS)
  growth.askAtOnce()
  expect(seen.overgrown).toBe(1)
})

test('waits on while something is in somebody’s hand', async () => {
  const board = seededBoard()
  const { clock, seen, writeAndRest } = watch(board)
  overgrow(board)
  seen.isFree = false
  await writeAndRest()
  expect(seen.overgrown).toBe(0)
  seen.isFree = true
  await clock.advance(LIMITS.RENEW_IDLE_MS)
  expect(seen.overgrown).toBe(1)
})

test('what was overgrown when it was loaded is asked about again only when twice as large', async () => {
  const board = seededBoard()
  overgrow(board)
  const { seen, writeAndRest } = watch(board)
  await writeAndRest()
  expect(seen.overgrown).toBe(0)
  const [one, other] = [board.meta, board.placements]
  // Two that are written in turn: what is overwritten cannot be merged into one.
  for (let at = 0; at < LIMITS.RENEW_AFTER_STRUCTS; at++) {
    one.set('title', `${at}`)
    other.set('gone', null)
  }
  await writeAndRest()
  expect(seen.overgrown).toBe(1)
})

test('asks no more once it is stopped', async () => {
  const board = seededBoard()
  const { clock, growth, seen } = watch(board)
  overgrow(board)
  growth.note()
  growth.stop()
  await clock.advance(10 * LIMITS.RENEW_IDLE_MS)
  expect([seen.overgrown, clock.waiting]).toEqual([0, 0])
})

test('asks at once, and once, where so many client ids wrote that every tick is slow', () => {
  const board = seededBoard()
  const { growth, seen } = watch(board)
  seen.isFree = false
  writeUnderIds(board, LIMITS.RENEW_AT_ONCE_CLIENT_IDS - 1)
  growth.note()
  expect(seen.overgrown).toBe(0)
  writeUnderIds(board, LIMITS.RENEW_AT_ONCE_CLIENT_IDS + 1)
  seen.mayInterrupt = false
  growth.note()
  expect(seen.overgrown, 'where nobody may be interrupted').toBe(0)
  seen.mayInterrupt = true
  growth.note()
  growth.note()
  expect(seen.overgrown).toBe(1)
})

test('asks at once, and once, where what is deleted leaves no room for anything new', () => {
  const board = seededBoard()
  const { growth, seen } = watch(board)
  overgrow(board, LIMITS.ENTITIES_IN_ALL - 1)
  growth.note()
  expect(seen.overgrown).toBe(0)
  addTitled(board, 'Ada', 'The last there is room for')
  seen.isFree = false
  growth.note()
  growth.note()
  expect(seen.overgrown).toBe(1)
})
