import { expect, it } from 'vitest'
import { slideOf } from '@/components/canvas/tools/slide-with-arrows'

it('slides by a fiftieth of the curve, by a tenth with Shift', () => {
  expect(slideOf('ArrowRight', false)).toBeCloseTo(0.02)
  expect(slideOf('ArrowDown', false)).toBeCloseTo(-0.02)
  expect(slideOf('ArrowUp', true)).toBeCloseTo(0.1)
  expect(slideOf('ArrowLeft', true)).toBeCloseTo(-0.1)
})

it('leaves every other key alone', () => {
  expect(slideOf('Enter', false)).toBeNull()
})
