import { describe, expect, it } from 'vitest'
import type { Facts, Scenario } from '../bench/sync/scenario'
import { summarise, toComparison, uncountedIn, verdictsOf, type Summary } from '../bench/sync/summary'

const SCENARIO: Scenario = {
  title: 'S0, a scenario of the test',
  columns: ['contour'],
  figures: [
    { id: 'ack', name: 'to the ack', unit: 'ms', bar: 50 },
    { id: 'others', name: 'to the others', unit: 'ms' },
  ],
  run: () => Promise.reject(new Error('It is not run here.')),
}

function measured(...facts: (Facts | string)[]): Summary {
  return summarise(SCENARIO, new Map([['contour', facts]]))
}

describe('a bar of the bench', () => {
  it('is held or missed where the load process had time to measure', () => {
    expect(verdictsOf(measured({ ack: 50, load: 80 }))).toEqual([])
    expect(verdictsOf(measured({ ack: 51, load: 80 }))).toEqual(['S0, to the ack: missed'])
    expect(uncountedIn(measured({ ack: 51, load: 80 }))).toEqual([])
  })

  it.each([49, 51])('is neither held nor missed, but named, where it had none and measured %s ms', (ack) => {
    const summary = measured({ ack, load: 81 })
    expect(verdictsOf(summary)).toEqual([])
    expect(uncountedIn(summary)).toEqual(['S0, to the ack'])
    expect(toComparison(summary)).toContain('not counted')
    expect(toComparison(summary)).not.toMatch(/held|missed/)
  })

  it('is missed where nothing came at all, and where the trial failed', () => {
    expect(verdictsOf(measured({ ack: Number.NaN, load: 10 }))).toEqual(['S0, to the ack: missed'])
    expect(verdictsOf(measured('failed: it took too long'))).toEqual(['S0: Contour failed: it took too long'])
  })
})
