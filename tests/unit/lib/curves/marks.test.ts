import { describe, expect, it } from 'vitest'
import { CURVES } from '@/lib/curves/catalogue'
import { marksOf } from '@/lib/curves/marks'

function labels(id: string): string[] {
  return CURVES.filter((curve) => curve.id === id).flatMap((curve) =>
    marksOf(curve).map(({ label }) => label),
  )
}

describe('marksOf', () => {
  it('marks the risk of a long climb before its point of no return', () => {
    expect(labels('j-curve')).toEqual(['test the riskiest belief by here', 'point of no return'])
  })

  it('marks the jump of a quick win and where to stop after it', () => {
    expect(labels('quick-win-step')).toEqual(['the jump', 'stop here'])
  })

  it('marks nothing on steady work', () => {
    expect(labels('linear')).toEqual([])
  })

  it('gives marks from left to right', () => {
    for (const curve of CURVES) {
      const xs = marksOf(curve).map(({ x }) => x)
      expect(xs).toEqual([...xs].sort((one, other) => one - other))
    }
  })
})
