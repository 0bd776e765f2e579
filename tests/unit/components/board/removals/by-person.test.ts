import { expect, test } from 'vitest'
import { byPerson } from '@/components/board/removals/by-person'
import type { Removal } from '@/lib/board/changes/hear-removals'
import type { PersonId } from '@/lib/ids'
import type { PresenceUser } from '@/lib/sync/presence'
import { geoRecord } from '@/tests/support/boards/board-builders'

const BO: PresenceUser = { personId: 'bo', name: 'Bo', role: 'participant', colorSlot: 1 }
const CY: PresenceUser = { personId: 'cy', name: 'Cy', role: 'participant', colorSlot: 2 }
const here = { userOf: (clientId: number) => (clientId === 1 ? BO : null), people: [BO, CY] }

const team = (id: string, personId: string): Removal => ({
  change: { kind: 'entity', root: 'teams', id, deleted: true },
  by: { personId: personId as PersonId },
})
const card = (key: string, clientId: number): Removal => ({
  change: { kind: 'placement', key, before: { target: 'frame', dx: 0, dy: 0 }, after: null },
  by: { clientId },
})
const drawing: Removal = {
  change: { kind: 'record', id: 'shape:a', before: geoRecord('shape:a'), after: null },
  by: null,
}

test('what nothing says it of is theirs who did all the rest that came with it', () => {
  const [only, ...others] = byPerson([team('one', 'bo'), card('a/b', 1), drawing], here)
  expect(others).toEqual([])
  expect(only).toMatchObject({ personId: 'bo', name: 'Bo' })
  expect(only?.step).toHaveLength(3)
})

test('where several did the rest, nobody is named for it', () => {
  const removals = byPerson([team('one', 'bo'), team('two', 'cy'), drawing], here)
  expect(removals.map(({ personId, name, step }) => [personId, name, step.length])).toEqual([
    ['bo', 'Bo', 1],
    ['cy', 'Cy', 1],
    [null, null, 1],
  ])
})

test('a client that nobody here has, and alone what nothing says it of, is nobody’s', () => {
  expect(byPerson([card('a/b', 9)], here)).toMatchObject([{ personId: null, name: null }])
  expect(byPerson([drawing], here)).toMatchObject([{ personId: null, name: null }])
})
