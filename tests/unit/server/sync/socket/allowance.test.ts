import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { PersonAllowances } from '@/server/sync/socket/allowance'

test('a person has a few times the rates of one socket, however many sockets come and go', () => {
  const allowances = new PersonAllowances()
  const spend = (person: string, amount: number): number =>
    allowances.of(person as PersonId, 0).spend('updateBytes', amount, 0).waitMs
  const burst = LIMITS.PERSON_RATE_TIMES * LIMITS.UPDATE_BYTES
  expect([spend('ada', burst), spend('ada', 1) > 0, spend('ben', burst)]).toEqual([0, true, 0])
})
