import { expect, test } from 'vitest'
import { createKeyedLimit } from '@/server/http/limits/keyed-limit'

test('each key has so much within a time, and what one used is not missing to others', () => {
  let nowMs = 0
  const limit = createKeyedLimit<string>({
    ...{ count: 2, withinMs: 1_000, code: 'asked-too-often', logMessage: 'too much' },
    now: () => nowMs,
  })
  const take = (key: string): string => {
    try {
      limit.take(key)
      return 'taken'
    } catch (refused) {
      return (refused as { code: string }).code
    }
  }
  expect([take('a'), take('a'), take('a'), take('b')]).toEqual([
    ...['taken', 'taken'],
    ...['asked-too-often', 'taken'],
  ])
  nowMs += 500
  expect([take('a'), take('a')]).toEqual(['taken', 'asked-too-often'])
})

test('what is counted afterwards may be more than there is left, and is waited for', () => {
  let nowMs = 0
  const limit = createKeyedLimit<string>({
    ...{ count: 10, withinMs: 1_000, code: 'asked-too-often', logMessage: 'too much' },
    now: () => nowMs,
  })
  limit.take('a')
  limit.spend('a', 19)
  expect([limit.hasLeft('a'), limit.hasLeft('b')]).toEqual([false, true])
  nowMs += 1_000
  expect(limit.hasLeft('a')).toBe(false)
  nowMs += 100
  expect(limit.hasLeft('a')).toBe(true)
})
