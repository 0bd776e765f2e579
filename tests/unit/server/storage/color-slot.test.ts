import { expect, it } from 'vitest'
import { toColorSlot } from '@/server/storage/color-slot'

it('gives twelve colours in turn and then begins again', () => {
  expect([0, 1, 11, 12, 25].map(toColorSlot)).toEqual([0, 1, 11, 0, 1])
})
