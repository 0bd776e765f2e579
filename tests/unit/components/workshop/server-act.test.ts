import { expect, test } from 'vitest'
import { isOfferedAgain } from '@/components/workshop/server-act'

test('what may be tried again is offered again, unless it may be done already and would be done twice', () => {
  const isUnknown = true
  expect(isOfferedAgain({}, { mayRetry: true, isUnknown })).toBe(true)
  expect(isOfferedAgain({}, { mayRetry: false, isUnknown })).toBe(false)
  expect(isOfferedAgain({ isOnce: true }, { mayRetry: true, isUnknown })).toBe(false)
  expect(isOfferedAgain({ isOnce: true }, { mayRetry: true, isUnknown: false })).toBe(true)
})
