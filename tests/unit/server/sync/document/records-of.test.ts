import { describe, expect, it } from 'vitest'
import { recordsOf } from '@/server/sync/document/records-of'

describe('recordsOf', () => {
  it('names each touched record once, as root and id', () => {
    const records = recordsOf([
      { kind: 'entity', root: 'initiatives', id: 'a', deleted: false },
      { kind: 'unit', root: 'initiatives', id: 'a', unit: 'effort', before: 1, after: 2 },
      { kind: 'placement', key: 'a/first', before: null, after: null },
      { kind: 'record', id: 'shape:x', before: null, after: null },
      { kind: 'text', root: 'teams', id: 't', field: 'name' },
    ])
    expect(records).toEqual(['initiatives/a', 'placements/a/first', 'records/shape:x', 'teams/t'])
  })
})
