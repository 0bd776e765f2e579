import { expect, it } from 'vitest'
import { CURVES } from '@/lib/curves/catalogue'
import { placeBadges } from '@/lib/curves/line-badges'

const BOX = { w: 960, h: 672 }
const badges = placeBadges(CURVES, BOX)
const distance = (one: { x: number; y: number }, other: { x: number; y: number }): number =>
  Math.hypot(one.x - other.x, one.y - other.y)

it('puts the letter of every curve on its own line, clear of the others', () => {
  expect(badges.size).toBe(CURVES.length)
  for (const curve of CURVES) {
    const badge = badges.get(curve.id)
    if (!badge) throw new Error('the curve has a badge')
    expect(badge.y).toBeCloseTo((1 - curve.y(badge.x / BOX.w)) * BOX.h)
    for (const other of CURVES.filter((one) => one !== curve)) {
      for (const { x, y } of other.points) {
        expect(distance(badge, { x: x * BOX.w, y: (1 - y) * BOX.h })).toBeGreaterThan(26)
      }
    }
    for (const [id, other] of badges) if (id !== curve.id) expect(distance(badge, other)).toBeGreaterThan(60)
  }
})
