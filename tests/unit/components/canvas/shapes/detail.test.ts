import { expect, it } from 'vitest'
import { detailAt } from '@/components/canvas/shapes/detail'

it('shows less the further away one is', () => {
  expect([1, 0.92, 0.91, 0.42, 0.41, 0.25, 0.24].map(detailAt)).toEqual([
    'full',
    'full',
    'large',
    'large',
    'title',
    'title',
    'block',
  ])
})
