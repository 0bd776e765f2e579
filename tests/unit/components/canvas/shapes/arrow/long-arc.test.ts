import { Arc2d, Vec } from 'tldraw'
import { expect, test } from 'vitest'
import { thinOutLongArcs } from '@/components/canvas/shapes/arrow/long-arc'

test('a long curve has few points and lies where it did before', () => {
  const flags = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const
  const arcsOf = (px: number) =>
    flags.map(([largeArcFlag, sweepFlag]) => {
      const [start, end] = [new Vec(px, 0), new Vec(0, px)]
      return new Arc2d({ center: new Vec(0, 0), start, end, largeArcFlag, sweepFlag })
    })
  const [engines, shortOnes] = [arcsOf(15_000), arcsOf(100)]
  const before = engines.map(({ vertices, bounds, length }) => ({ count: vertices.length, bounds, length }))
  const shortBefore = shortOnes.map(({ vertices }) => vertices)
  const giveBack = thinOutLongArcs()
  for (const [at, { vertices, bounds, length }] of arcsOf(15_000).entries()) {
    const engine = before[at]
    expect(vertices.length).toBe(201)
    expect(engine?.count).toBeGreaterThan(1_000)
    expect(length).toBe(engine?.length)
    for (const side of ['x', 'y', 'maxX', 'maxY'] as const)
      expect(Math.abs(bounds[side] - (engine?.bounds[side] ?? NaN))).toBeLessThan(3)
  }
  expect(arcsOf(100).map(({ vertices }) => vertices)).toEqual(shortBefore)
  giveBack()
  expect(arcsOf(15_000)[0]?.vertices).toHaveLength(before[0]?.count ?? 0)
})
