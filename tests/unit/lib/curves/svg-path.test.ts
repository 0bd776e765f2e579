import { expect, it } from 'vitest'
import { CURVES, findCurve } from '@/lib/curves/catalogue'
import { toSvgPath } from '@/lib/curves/svg-path'

it('writes a steady line from the lower left to the upper right corner', () => {
  const linear = findCurve('linear')
  expect(linear && toSvgPath(linear, { w: 400, h: 280 })).toBe('M 0 280 L 400 0')
})

it('writes one move and as many pieces as the curve has', () => {
  for (const curve of CURVES) {
    const letters = toSvgPath(curve, { w: 400, h: 280 }).replace(/[^A-Z]/g, '')
    expect(letters).toHaveLength(curve.path.length + 1)
  }
})
