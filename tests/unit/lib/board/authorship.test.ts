import { expect, test } from 'vitest'
import { authorshipOf } from '@/lib/board/authorship'
import { geoRecord } from '@/tests/support/boards/board-builders'

test('who made a record and when is read where it says so', () => {
  const signed = geoRecord('shape:a', { meta: { createdBy: 'ada', createdAt: 7, other: 1 } })
  expect(authorshipOf(signed)).toEqual({ createdBy: 'ada', createdAt: 7 })
  for (const meta of [null, 'ada', ['ada']])
    expect(authorshipOf(geoRecord('shape:a', { meta }))).toEqual({
      createdBy: undefined,
      createdAt: undefined,
    })
})
