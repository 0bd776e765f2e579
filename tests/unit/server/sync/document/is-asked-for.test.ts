import { expect, test } from 'vitest'
import { isAskedFor } from '@/server/sync/document/is-asked-for'

test('who changed an initiative, or where it stands, is kept; who drew a shape is not', () => {
  const records = [
    'initiatives/a',
    'placements/a/i1',
    'records/shape:a',
    'instances/i1',
    'comments/initiatives/a',
  ]
  expect(records.filter((record) => isAskedFor({ record }))).toEqual(['initiatives/a', 'placements/a/i1'])
})
