import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { KeptUntilWhole } from '@/server/sync/socket/kept-until-whole'

test('what is kept of each is its own, and is forgotten once it is whole again, also after a clock was set back', () => {
  const kept = new KeptUntilWhole<string, { spent: number }>({
    begin: () => ({ spent: 0 }),
    isWhole: ({ spent }) => spent === 0,
  })
  const dayMs = 86_400_000
  const [ada, eve] = [kept.of('ada', dayMs), kept.of('eve', dayMs)]
  ada.spent = 1
  expect(kept.of('eve', dayMs + LIMITS.SWEEP_EVERY_MS - 1)).toBe(eve)
  expect(kept.of('new', dayMs + LIMITS.SWEEP_EVERY_MS)).not.toBe(eve)
  expect([kept.known('ada'), kept.known('eve')]).toEqual([ada, undefined])
  ada.spent = 0
  kept.of('new', 0)
  expect(kept.known('ada')).toBeUndefined()
})
