import { expect, test } from 'vitest'
import { daysLeft, RESTORABLE_DAYS, restorableUntil } from '@/lib/access/restorable'

const HOUR_MS = 60 * 60 * 1000

test('a deleted board can be brought back for thirty days', () => {
  expect(RESTORABLE_DAYS).toBe(30)
  expect(restorableUntil(1_000)).toBe(1_000 + 30 * 24 * HOUR_MS)
})

test('the days that are left are counted as people count them', () => {
  expect(daysLeft(0, 0)).toBe(30)
  expect(daysLeft(0, HOUR_MS)).toBe(30)
  expect(daysLeft(0, 29 * 24 * HOUR_MS + HOUR_MS)).toBe(1)
  expect(daysLeft(0, restorableUntil(0) - 1)).toBe(1)
  expect(daysLeft(0, restorableUntil(0))).toBe(0)
  expect(daysLeft(0, restorableUntil(0) + HOUR_MS)).toBe(0)
})
