import { expect, it } from 'vitest'
import { radiusOf, roomOf, stemStart } from '@/components/canvas/shapes/card/card-face'

const size = { w: 216, h: 88 }

it('begins a stem at the edge nearest to a pin below the card', () => {
  expect(stemStart(size, { x: 100, y: 116 })).toEqual({ x: 100, y: 88 })
})

it('needs no stem where the pin is on the card', () => {
  expect(stemStart(size, { x: 108, y: 88 })).toEqual({ x: 108, y: 88 })
})

it('gives up the quiet row first and a line of the title then, as a card gets lower', () => {
  expect([88, 56, 30].map(roomOf)).toEqual([
    { titleLines: 2, hasRow: true },
    { titleLines: 2, hasRow: false },
    { titleLines: 1, hasRow: false },
  ])
})

it('rounds the corners of the lowest card less, which would be a pill else', () => {
  expect([88, 30, 24, 16].map(radiusOf)).toEqual([10, 10, 10, 4])
})
