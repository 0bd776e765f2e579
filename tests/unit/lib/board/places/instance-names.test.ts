import { expect, it } from 'vitest'
import { nameInstances } from '@/lib/board/places/instance-names'
import { instanceAt } from '@/tests/support/boards/board-builders'

it('numbers templates that stand on the board twice', () => {
  expect([...nameInstances([instanceAt('a', 0, 0), instanceAt('b', 0, 0)]).values()]).toEqual([
    'Effort and value',
    'Effort and value 2',
  ])
})

it('calls a template as somebody named it, and one this version does not know by what it is', () => {
  const named = { ...instanceAt('a', 0, 0), name: 'Autumn' }
  const unknown = { ...instanceAt('b', 0, 0), templateId: 'from-tomorrow' }
  expect([...nameInstances([named, unknown, { ...named, id: 'c' as typeof named.id }]).values()]).toEqual([
    'Autumn',
    'Unknown template',
    'Autumn 2',
  ])
})

it('gives no number that makes a name another one has', () => {
  const named = (id: string, name: string) => ({ ...instanceAt(id, 0, 0), name })
  const names = nameInstances([
    named('a', 'Plan'),
    named('b', 'Plan 2'),
    named('c', 'Plan'),
    named('d', 'Plan'),
  ])
  expect([...names.values()]).toEqual(['Plan', 'Plan 2', 'Plan 3', 'Plan 4'])
  const later = nameInstances([named('a', 'Plan'), named('b', 'Plan'), named('c', 'Plan 2')])
  expect([...later.values()]).toEqual(['Plan', 'Plan 3', 'Plan 2'])
})
