import { expect, it } from 'vitest'
import { detailAt, isWordy, mapDetailAt } from '@/lib/board/shapes/detail'

it('shows less the further away one is', () => {
  expect([1, 0.92, 0.91, 0.48, 0.477, 0.25, 0.24].map(detailAt)).toEqual([
    'full',
    'full',
    'large',
    'large',
    'title',
    'title',
    'block',
  ])
})

it('has words, and follows what lies over them, from well below the zoom at which the marks of a curve are named', () => {
  expect([1, 0.57, 0.48, 0.477, 0.24].map((zoom) => isWordy(detailAt(zoom)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

it('writes a map of teams larger where it is seen whole on a laptop, and no less than other shapes elsewhere', () => {
  expect([0.64, 0.49, 0.48].map(mapDetailAt)).toEqual(['far', 'far', 'far'])
  for (const zoom of [1, 0.92, 0.8, 0.65, 0.47, 0.24]) expect(mapDetailAt(zoom)).toBe(detailAt(zoom))
})
