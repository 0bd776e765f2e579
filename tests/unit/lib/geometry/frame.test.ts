import { expect, it } from 'vitest'
import { intoFrame, outOfFrame } from '@/lib/geometry/frame'

const QUARTER = { x: 10, y: 20, turn: Math.PI / 2 }

it('tells a point of a turned frame in the px around it, and back', () => {
  const around = outOfFrame(QUARTER, { x: 3, y: 1 })
  expect([around.x, around.y].map(Math.round)).toEqual([9, 23])
  const inside = intoFrame(QUARTER, around)
  expect([inside.x, inside.y].map(Math.round)).toEqual([3, 1])
})
