import { expect, it } from 'vitest'
import { radiusOf, stemStart } from '@/components/canvas/shapes/card/card-face'

const size = { w: 216, h: 88 }

it('begins a stem at the edge nearest to a pin below the card', () => {
  expect(stemStart(size, { x: 100, y: 116 })).toEqual({ x: 100, y: 88 })
})

it('needs no stem where the pin is on the card', () => {
  expect(stemStart(size, { x: 108, y: 88 })).toEqual({ x: 108, y: 88 })
})

it('rounds the corners of the lowest card less, which would be a pill else', () => {
  expect([88, 30, 24, 16].map(radiusOf)).toEqual([10, 10, 10, 4])
})
