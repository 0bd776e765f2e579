import { expect, it } from 'vitest'
import { GatheredBytes } from '@/server/http/images/gathered-bytes'
import { collectGarbage } from '@/tests/support/held-memory'

const MANY = 300_000

it('puts pieces of any length together', () => {
  const gathered = new GatheredBytes()
  const pieces = [1, 0, 5_000, 3, 70_000].map((length, at) => new Uint8Array(length).fill(at))
  for (const piece of pieces) {
    gathered.add(piece)
    piece.fill(9)
  }
  const whole = gathered.whole()
  expect([gathered.length, whole.length, whole.buffer.byteLength]).toEqual([75_004, 75_004, 75_004])
  expect([whole[0], whole[1], whole[5_001], whole[75_003]]).toEqual([0, 2, 3, 4])
})

it('[ROOM-18] takes hardly more memory than its bytes, in however many pieces they come', () => {
  const gathered = new GatheredBytes()
  const before = collectGarbage()
  for (let at = 0; at < MANY; at++) gathered.add(new Uint8Array(1))
  expect(collectGarbage() - before).toBeLessThan(10 * MANY)
  expect(gathered.length).toBe(MANY)
})
