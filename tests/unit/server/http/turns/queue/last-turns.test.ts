import { expect, it } from 'vitest'
import { LastTurns } from '@/server/http/turns/queue/last-turns'

it('knows whose turn lies furthest back, and who had none', () => {
  const turns = new LastTurns({ atMost: 9, forMs: 1_000 })
  for (const name of ['ada', 'ben', 'ada']) turns.note(name, 0)
  expect(turns.placeOf('cleo')).toBe(0)
  expect(turns.placeOf('ben')).toBeGreaterThan(0)
  expect(turns.placeOf('ada')).toBeGreaterThan(turns.placeOf('ben'))
})

it('forgets who had a turn long ago, or before too many others', () => {
  const turns = new LastTurns({ atMost: 2, forMs: 1_000 })
  const known = (): string[] => ['ada', 'ben', 'cleo'].filter((name) => turns.placeOf(name) > 0)
  turns.note('ada', 0)
  turns.note('ben', 0)
  turns.note('cleo', 1_000)
  expect(known()).toEqual(['ben', 'cleo'])
  turns.note('cleo', 1_001)
  expect(known()).toEqual(['cleo'])
})
