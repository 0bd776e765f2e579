import { expect, test } from 'vitest'
import { takeSettled } from '@/server/sync/document/take-settled'

test('whoever is gone is taken once nothing of theirs waits, whatever waits of others', () => {
  const departed = [1, 2, 3]
  const queue = [4, 2, 4, 4].map((connectionId) => ({ connectionId }))
  expect([takeSettled(departed, queue), departed]).toEqual([[1, 3], [2]])
  expect([takeSettled(departed, queue.slice(2)), departed]).toEqual([[2], []])
})
