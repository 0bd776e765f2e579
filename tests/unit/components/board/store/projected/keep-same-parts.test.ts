import { expect, test } from 'vitest'
import { keepSameParts } from '@/components/board/store/projected/keep-same-parts'
import { geoRecord } from '@/tests/support/boards/board-builders'

test('what says the same as before is the very same object, and all else is what it became', () => {
  const before = geoRecord('shape:a', { x: 1, meta: { by: 'ada' } })
  const after = structuredClone({ ...before, x: 2, props: { ...(before['props'] as object), color: 'red' } })
  const kept = keepSameParts(before, after)
  expect(kept).toEqual(after)
  const [was, is] = [before, kept].map((record) => record['props'] as Record<string, unknown>)
  expect(is?.['richText']).toBe(was?.['richText'])
  expect(kept['meta']).toBe(before['meta'])
})

test('a part that is gone stays gone', () => {
  const before = geoRecord('shape:a', { meta: { by: 'ada' } })
  const kept = keepSameParts(before, { ...before, meta: {} })
  expect(kept['meta']).toEqual({})
})
