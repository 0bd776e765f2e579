import { expect, test } from 'vitest'
import { parentsFirst } from '@/components/board/store/projected/parents-first'
import { bindingRecord, geoRecord, groupRecord } from '@/tests/support/boards/board-builders'

test('each record comes after what it lies in or is bound to, and those of one depth keep their order', () => {
  const records = [
    bindingRecord('binding:one', 'shape:leaf', 'shape:other'),
    geoRecord('shape:leaf', { parentId: 'shape:inner' }),
    geoRecord('shape:other'),
    groupRecord('shape:inner', { parentId: 'shape:outer' }),
    groupRecord('shape:outer'),
  ]
  expect(parentsFirst(records).map(({ id }) => id)).toEqual([
    'shape:other',
    'shape:outer',
    'shape:inner',
    'shape:leaf',
    'binding:one',
  ])
})

test('a circle of parents ends', () => {
  const circle = [
    groupRecord('shape:one', { parentId: 'shape:two' }),
    groupRecord('shape:two', { parentId: 'shape:one' }),
  ]
  expect(parentsFirst(circle)).toHaveLength(2)
})
