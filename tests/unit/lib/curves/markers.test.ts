import { describe, expect, it } from 'vitest'
import { CURVES, findCurve } from '@/lib/curves/catalogue'
import { markersOf } from '@/lib/curves/markers'

// starts, half, enough, diminishing, riskBy, pointOfNoReturn
const TABLE: Record<string, (number | null)[]> = {
  sigmoid: [0.21, 0.45, 0.63, 0.64, 0.11, 0.23],
  'quick-taper': [0.01, 0.14, 0.45, 0.32, null, null],
  linear: [0.05, 0.5, 0.9, null, null, null],
  'quick-win-step': [0.1, 0.12, 0.14, 0.15, null, null],
  'j-curve': [0.43, 0.86, 0.98, null, 0.22, 0.43],
  'delayed-step': [0.78, 0.8, 0.82, 0.83, 0.2, 0.4],
}

describe('markersOf', () => {
  it.each(Object.keys(TABLE))('finds the published markers of %s', (id) => {
    const { starts, half, enough, diminishing, riskBy, pointOfNoReturn } =
      findCurve(id)?.markers ?? markersOf(() => 0)
    const found = [starts, half, enough, diminishing, riskBy, pointOfNoReturn]
    found.forEach((value, at) => {
      const wanted = TABLE[id]?.[at] ?? null
      if (wanted === null || value === null) expect(value).toBe(wanted)
      else expect(Math.abs(value - wanted), `marker ${at}`).toBeLessThan(0.008)
    })
  })

  it('covers every curve of the catalogue', () => {
    expect(CURVES.map(({ id }) => id)).toEqual(Object.keys(TABLE))
  })

  it('finds the steepest place of a formula it has never seen', () => {
    const markers = markersOf((x) => 1 / (1 + Math.exp(-30 * (x - 0.7))))
    expect(markers.steepest).toBeCloseTo(0.7, 2)
    expect(markers.pointOfNoReturn).toBeCloseTo(0.35, 2)
  })
})
