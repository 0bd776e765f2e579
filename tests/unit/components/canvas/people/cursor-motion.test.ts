import { expect, it } from 'vitest'
import { CursorMotion } from '@/components/canvas/people/cursor-motion'

const at = (x: number, y = 0) => ({ x, y })

it('brings a cursor nearer with every frame and never past its goal', () => {
  const motion = new CursorMotion()
  motion.step(at(0), 16)
  let left = 100
  for (let frame = 0; frame < 30; frame++) {
    const { x } = motion.step(at(100), 16)
    expect(100 - x).toBeLessThan(left)
    expect(x).toBeLessThanOrEqual(100)
    left = 100 - x
  }
  expect(left).toBeLessThan(1)
})

it('covers the same way in one long frame as in two short ones', () => {
  const [once, twice] = [new CursorMotion(), new CursorMotion()]
  for (const motion of [once, twice]) motion.step(at(0), 16)
  twice.step(at(80, 40), 20)
  expect(twice.step(at(80, 40), 20).x).toBeCloseTo(once.step(at(80, 40), 40).x)
})

it('puts a cursor that appears, or jumps across the board, where it is', () => {
  const motion = new CursorMotion()
  expect(motion.step(at(5, 6), 16)).toEqual({ x: 5, y: 6 })
  expect(motion.step(at(9000), 16)).toEqual({ x: 9000, y: 0 })
})

it('glides without standing still where it is told of a cursor three times a second', () => {
  const motion = new CursorMotion()
  for (let x = 0; x < 400; x += 100) for (let frame = 0; frame < 20; frame++) motion.step(at(x), 16)
  const before = motion.step(at(300), 16).x
  for (let frame = 0; frame < 12; frame++) motion.step(at(400), 16)
  const halfway = motion.step(at(400), 16).x
  expect(halfway - before).toBeGreaterThan(40)
  expect(400 - halfway).toBeGreaterThan(15)
})

it('counts as moving until it has rested for two seconds', () => {
  const motion = new CursorMotion()
  motion.step(at(0), 16)
  motion.step(at(50), 1_000)
  expect(motion.isMoving).toBe(true)
  motion.step(at(50), 1_999)
  expect(motion.isMoving).toBe(true)
  motion.step(at(50), 1)
  expect(motion.isMoving).toBe(false)
  motion.step(at(60), 16)
  expect(motion.isMoving).toBe(true)
})
