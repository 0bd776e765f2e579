import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legibleScale } from '@/components/canvas/text/legible-scale'

test('letters of a new note have twelve px on the screen at least, however small the board is shown', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.16, max: 8, noNaN: true }), (zoom) => {
      expect(22 * legibleScale(zoom) * zoom).toBeGreaterThan(12.5)
    }),
  )
})

test('who sees the board large writes as the engine does, and nobody without end', () => {
  expect([8, 1, 0.6].map(legibleScale)).toEqual([1, 1, 1])
  expect([0.5, 0.4, 0.25].map(legibleScale)).toEqual([1.5, 1.5, 2.5])
  expect([0.1, 0.01].map(legibleScale)).toEqual([4, 4])
})
