import { expect, test } from 'vitest'
import { RestCalls } from '@/server/sync/document/queues/rest-calls'

test('runs what waits once and in order; one that throws holds up nobody behind it', () => {
  const calls = new RestCalls()
  const ran: string[] = []
  calls.push(() => ran.push('first'))
  calls.push(() => {
    throw new Error('broken')
  })
  calls.push(() => ran.push('last'))
  expect(() => calls.runAll()).toThrow('broken')
  expect([ran, calls.isEmpty]).toEqual([['first', 'last'], true])
  calls.runAll()
  expect(ran).toHaveLength(2)
})
