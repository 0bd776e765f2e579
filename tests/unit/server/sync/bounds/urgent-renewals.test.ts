import { expect, test } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { UrgentRenewals } from '@/server/sync/bounds/urgent-renewals'
import { FakeClock } from '@/tests/support/fake-clock'

const [ONE, OTHER] = ['one', 'other'] as BoardId[] as [BoardId, BoardId]

test('a board is renewed so once within the time it has to be quiet, whatever happens to others', async () => {
  const clock = new FakeClock()
  const renewals = new UrgentRenewals(clock)
  expect([renewals.take(ONE), renewals.take(ONE), renewals.take(OTHER)]).toEqual([true, false, true])
  await clock.advance(LIMITS.RENEW_IDLE_MS - 1)
  expect(renewals.take(ONE)).toBe(false)
  await clock.advance(1)
  expect([renewals.take(ONE), renewals.take(ONE)]).toEqual([true, false])
})
