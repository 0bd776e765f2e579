import { expect, test } from 'vitest'
import { edgesAround } from '@/components/canvas/view/edges-around'

test('the edges around several are the outermost of each side, and around nothing there are none', () => {
  const one = { left: 0, right: 10, top: 5, bottom: 20 }
  const other = { left: 4, right: 30, top: -5, bottom: 8 }
  expect(edgesAround([one, other])).toEqual({ left: 0, right: 30, top: -5, bottom: 20 })
  expect(edgesAround([one])).toEqual(one)
  expect(edgesAround([])).toBeNull()
})
