import { expect, it } from 'vitest'
import { pixelsOf } from '@/components/board/canvas/canvas-pictures'

it('makes exactly as many pixels of every px as the scale says', () => {
  expect(pixelsOf({ w: 1713, h: 1156 }, 1)).toEqual({ w: 1713, h: 1156 })
  expect(pixelsOf({ w: 1713, h: 1156 }, 2)).toEqual({ w: 3426, h: 2312 })
  expect(pixelsOf({ w: 1713, h: 1156 }, 4)).toEqual({ w: 6852, h: 4624 })
})
