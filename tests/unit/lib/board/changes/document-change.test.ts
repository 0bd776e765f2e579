import { expect, test } from 'vitest'
import { keyOf } from '@/lib/board/changes/document-change'

test('every change names what it is about as others do', () => {
  expect(keyOf({ kind: 'placement', key: 'a/canvas', placement: null })).toBe('placements/a/canvas')
  expect(keyOf({ kind: 'record', id: 'shape:a', record: null })).toBe('records/shape:a')
  expect(keyOf({ kind: 'unit', root: 'teams', id: 't', unit: 'size', value: 3 })).toBe('teams/t')
})
