import { expect, it } from 'vitest'
import { detailAt, isWordy } from '@/lib/board/shapes/detail'

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
