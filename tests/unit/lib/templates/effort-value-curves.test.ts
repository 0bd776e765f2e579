import { describe, expect, it } from 'vitest'
import { CURVES } from '@/lib/curves/catalogue'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { findTemplate } from '@/lib/templates/catalogue'
import { EFFORT_VALUE_CURVES } from '@/lib/templates/effort-value-curves'
import type { Box } from '@/lib/geometry/box'

const { plots, size, heading } = EFFORT_VALUE_CURVES

function holds(outer: Box, inner: Box): boolean {
  const right = inner.x + inner.w <= outer.x + outer.w
  return inner.x >= outer.x && inner.y >= outer.y && right && inner.y + inner.h <= outer.y + outer.h
}

describe('the effort and value template', () => {
  it('shows every curve once, three beside each other', () => {
    expect(plots.map(({ curveId }) => curveId)).toEqual(CURVES.map(({ id }) => id))
    expect(new Set(plots.map(({ x }) => x)).size).toBe(3)
    expect(new Set(plots.map(({ y }) => y)).size).toBe(2)
  })

  it('gives each plot 480 by 360 px with an inner plot of 400 by 280 px', () => {
    for (const plot of plots) {
      expect([plot.w, plot.h, plot.inner.w, plot.inner.h]).toEqual([480, 360, 400, 280])
      expect(holds(plot, plot.inner)).toBe(true)
      expect(holds({ x: 0, y: 0, ...size }, plot)).toBe(true)
    }
  })

  it('keeps rows so far apart that a fan of twelve cards halfway up a curve stays clear of the row above', () => {
    const [upper, lower] = plots.filter(({ curveId }) => ['sigmoid', 'quick-win-step'].includes(curveId))
    const halfway = (lower?.inner.y ?? 0) + 140
    const topOfFan = halfway - CARD_SIZE_PX.h - 12 * 14
    expect(topOfFan).toBeGreaterThanOrEqual((upper?.y ?? 0) + 360)
  })

  it('keeps its heading above every plot', () => {
    for (const plot of plots) expect(heading.y + heading.h).toBeLessThanOrEqual(plot.y)
  })

  it('is found by its id', () => {
    expect(findTemplate('effort-value-curves')).toBe(EFFORT_VALUE_CURVES)
  })
})
