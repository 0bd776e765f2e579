import { expect, test } from 'vitest'
import { pathLength } from '@/lib/geometry/path-length'

test('a way is as long as its parts, and one point or none has no length', () => {
  const [start, corner, end] = [
    { x: 1, y: 1 },
    { x: 4, y: 5 },
    { x: 4, y: -5 },
  ]
  expect(pathLength([start, corner, end])).toBe(15)
  expect([pathLength([start]), pathLength([])]).toEqual([0, 0])
})
