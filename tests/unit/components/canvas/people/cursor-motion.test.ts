import { expect, it } from 'vitest'
import { easeTowards } from '@/components/canvas/people/cursor-motion'

it('brings a cursor nearer with every frame and never past its goal', () => {
  let at = { x: 0, y: 0 }
  let left = 100
  for (let frame = 0; frame < 30; frame++) {
    at = easeTowards(at, { x: 100, y: 0 }, 16)
    expect(100 - at.x).toBeLessThan(left)
    expect(at.x).toBeLessThanOrEqual(100)
    left = 100 - at.x
  }
  expect(left).toBeLessThan(1)
})

it('covers the same way in one long frame as in two short ones', () => {
  const goal = { x: 80, y: 40 }
  const twice = easeTowards(easeTowards({ x: 0, y: 0 }, goal, 20), goal, 20)
  const once = easeTowards({ x: 0, y: 0 }, goal, 40)
  expect(twice.x).toBeCloseTo(once.x)
})

it('puts a cursor that appears, or jumps across the board, where it is', () => {
  expect(easeTowards(undefined, { x: 5, y: 6 }, 16)).toEqual({ x: 5, y: 6 })
  expect(easeTowards({ x: 0, y: 0 }, { x: 9000, y: 0 }, 16)).toEqual({ x: 9000, y: 0 })
})
