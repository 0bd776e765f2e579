import { expect, it } from 'vitest'
import type { Instance } from '@/lib/board/layout'
import { stepInRow, templateRow } from '@/lib/board/places/template-row'
import type { InstanceId, PersonId } from '@/lib/ids'

const BY = 'fay' as PersonId

const instance = (id: string, place: readonly [number, number], more: Partial<Instance> = {}): Instance => ({
  id: id as InstanceId,
  templateId: 'team-map',
  createdBy: BY,
  createdAt: 0,
  place,
  ...more,
})

it('names templates from left to right, whatever order they came in', () => {
  const row = templateRow([
    instance('later', [2_000, 0]),
    instance('below', [0, 900], { name: 'Next year' }),
    instance('first', [0, 0], { templateId: 'effort-value-curves' }),
  ])
  expect(row).toEqual([
    { id: 'first', name: 'Effort and value' },
    { id: 'below', name: 'Next year' },
    { id: 'later', name: 'Team map' },
  ])
})

it('numbers those that are called the same, as everywhere on the board', () => {
  const row = templateRow([instance('a', [0, 0]), instance('b', [2_000, 0])])
  expect(row.map(({ name }) => name)).toEqual(['Team map', 'Team map 2'])
})

it('leaves out what nobody can be shown', () => {
  expect(templateRow([instance('gone', [0, 0], { deleted: { by: BY, at: 1 } })])).toEqual([])
  expect(templateRow([instance('strange', [0, 0], { templateId: 'from-the-future' })])).toEqual([])
})

it('goes around the ends, and begins with the first where none is seen', () => {
  const row = templateRow([instance('a', [0, 0]), instance('b', [2_000, 0])])
  expect(stepInRow(row, 'a', 1)?.id).toBe('b')
  expect(stepInRow(row, 'b', 1)?.id).toBe('a')
  expect(stepInRow(row, 'a', -1)?.id).toBe('b')
  expect(stepInRow(row, null, -1)?.id).toBe('a')
  expect(stepInRow([], null, 1)).toBeNull()
})
