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
