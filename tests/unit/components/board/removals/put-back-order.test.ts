import { expect, test } from 'vitest'
import { putBackOrder } from '@/components/board/removals/put-back-order'
import type { BoardRecord } from '@/lib/board/layout'
import type { StepChange } from '@/lib/board/step'
import { geoRecord, groupRecord } from '@/tests/support/boards/board-builders'

const gone = (before: BoardRecord): StepChange => ({ kind: 'record', id: before.id, before, after: null })

test('what others lie in, stand on or are bound to comes back first', () => {
  const team = { kind: 'entity', root: 'teams', id: 'one', deleted: true } as const
  const before = { target: 'team:one', dx: 0, dy: 0 }
  const card = { kind: 'placement', key: 'ship/map', before, after: null } as const
  const inside = gone(geoRecord('shape:in', { parentId: 'shape:group' }))
  const group = gone(groupRecord('shape:group'))
  const binding = gone({ id: 'binding:a', typeName: 'binding', fromId: 'shape:arrow', toId: 'shape:in' })
  const stayed: StepChange = {
    ...{ kind: 'unit', root: 'records', id: 'shape:other', unit: 'place' },
    ...{ before: ['shape:group', 0, 0, 0], after: ['page:page', 5, 5, 0] },
  }
  const order = putBackOrder([stayed, binding, inside, card, group, team])
  // Undo begins with the last.
  expect([...order].reverse()).toEqual([team, card, group, inside, binding, stayed])
})
