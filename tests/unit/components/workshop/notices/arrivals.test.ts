import { expect, test } from 'vitest'
import { arrivals } from '@/components/workshop/notices/arrivals'
import type { PresenceUser } from '@/lib/sync/presence'

const people = (...names: string[]): PresenceUser[] =>
  names.map((name) => ({ personId: name, name, colorSlot: 0, role: 'participant' }))

test('those who come and go are named', () => {
  expect(arrivals(people('Ana'), people('Ana', 'Bo'))).toBe('Bo joined.')
  expect(arrivals(people('Ana', 'Bo'), people('Ana', 'Carla'))).toBe('Carla joined. Bo left.')
})

test('a crowd is counted instead', () => {
  expect(arrivals(people('Ana'), people('Ana', 'B', 'C', 'D', 'E'))).toBe('4 people joined.')
})

test('when nobody comes or goes there is nothing to say', () => {
  expect(arrivals(people('Ana', 'Bo'), people('Bo', 'Ana'))).toBe('')
})
