import { describe, expect, it } from 'vitest'
import { bankedAt, bankedSegments } from '@/lib/curves/banked'
import { CURVES, findCurve } from '@/lib/curves/catalogue'

function verdicts(id: string): string[] {
  const curve = findCurve(id)
  return curve ? bankedSegments(curve).map(({ verdict }) => verdict) : []
}

describe('bankedSegments', () => {
  it.each(CURVES.map((curve) => [curve.id, curve] as const))(
    'covers the whole axis of %s without a gap',
    (_id, curve) => {
      const segments = bankedSegments(curve)
      expect(segments[0]?.from).toBe(0)
      expect(segments.at(-1)?.to).toBe(1)
      segments.slice(1).forEach((segment, at) => {
        expect(segment.from).toBe(segments[at]?.to)
        expect(segment.verdict).not.toBe(segments[at]?.verdict)
      })
    },
  )

  it('turns cheap where value overtakes effort', () => {
    const sigmoid = findCurve('sigmoid')
    const cheap = sigmoid ? bankedSegments(sigmoid).find(({ verdict }) => verdict === 'cheap') : undefined
    expect(cheap?.from).toBeCloseTo(0.4275, 2)
    expect(cheap?.words).toBe('stopping here is cheap')
  })

  it('calls steady work and early gains cheap to stop everywhere', () => {
    expect(verdicts('linear')).toEqual(['cheap'])
    expect(verdicts('quick-taper')).toEqual(['cheap'])
  })

  it('calls a long climb stranded for most of the way', () => {
    expect(verdicts('j-curve')).toEqual(['stranded', 'costly'])
  })
})

describe('bankedAt', () => {
  it('calls it cheap to stop before anything is spent', () => {
    for (const curve of CURVES) expect(bankedAt(curve, 0)).toBe('cheap')
  })
})
