import { describe, expect, it } from 'vitest'
import { polygonHolds, wayOut } from '@/lib/geometry/convex'
import { outlineOf } from '@/lib/teams/outline'

const TRIANGLE = outlineOf('x-as-a-service', { w: 80, h: 80 }).corners

describe('a convex polygon', () => {
  it('holds points that are all inside', () => {
    const [inside, outside] = [
      { x: 40, y: 40 },
      { x: 10, y: 40 },
    ]
    expect(polygonHolds(TRIANGLE, [inside])).toBe(true)
    expect(polygonHolds(TRIANGLE, [inside, outside])).toBe(false)
  })

  it.each([
    ['its base', { x: 40, y: 200 }, { x: 40, y: 80 }],
    ['its point', { x: 40, y: -90 }, { x: 40, y: 0 }],
    ['its side', { x: 240, y: 40 }, { x: 60, y: 40 }],
  ])('is left at %s on the way there', (_, end, exit) => {
    const { x, y } = wayOut(TRIANGLE, { x: 40, y: 40 }, end)
    expect([x, y]).toEqual([expect.closeTo(exit.x), expect.closeTo(exit.y)])
  })

  it('is not left on a way that ends inside', () => {
    expect(wayOut(TRIANGLE, { x: 40, y: 40 }, { x: 40, y: 60 })).toEqual({ x: 40, y: 60 })
  })
})
