import { expect, it } from 'vitest'
import { remarkPlace } from '@/components/canvas/teams/drawing/remark-place'
import { overlaps } from '@/lib/geometry/box'

const WORDS = { w: 200, h: 30 }
const ALONE = { words: WORDS, reach: { up: 40, down: 50 }, around: [] }
const ABOVE = { x: -150, y: -200, w: 300, h: 180 }
const BELOW = { x: -150, y: 45, w: 300, h: 80 }

it('stands under the middle of its interaction', () => {
  expect(remarkPlace(ALONE)).toEqual({ x: -100, y: 50 })
})

it('stands over no name of a team that lies under the interaction', () => {
  for (const teams of [[BELOW], [BELOW, ABOVE]]) {
    const at = remarkPlace({ ...ALONE, around: teams })
    for (const team of teams) expect(overlaps({ ...at, ...WORDS }, team)).toBe(false)
  }
})

it('stays near its interaction where teams lie all around', () => {
  const everywhere = { x: -2_000, y: -2_000, w: 4_000, h: 4_000 }
  expect(remarkPlace({ ...ALONE, around: [everywhere] })).toEqual({ x: -100, y: 50 })
})

it('finds the gap between a pile of cards and the triangle beside it', () => {
  const card = { x: -108, y: 46, w: 216, h: 30 }
  const around = [ABOVE, card, { ...card, y: 80 }, { x: -60, y: 126, w: 60, h: 60 }]
  const at = remarkPlace({ ...ALONE, around })
  for (const other of around) expect(overlaps({ ...at, ...WORDS }, other)).toBe(false)
})

it('looks at what is out of its reach once, not for each place it tries', () => {
  let looks = 0
  const far = {
    ...{ y: 0, w: 100, h: 100 },
    get x() {
      looks++
      return 1_000
    },
  }
  const everywhere = { x: -500, y: -500, w: 1_000, h: 1_000 }
  const around = [BELOW, { ...BELOW, y: 130, w: 280 }, everywhere]
  expect(remarkPlace({ ...ALONE, around: [...around, far] })).toEqual(remarkPlace({ ...ALONE, around }))
  expect(looks).toBeLessThan(5)
})

it('stands over nothing that lies at the far end of its reach either', () => {
  const [tall, wide] = [
    { y: -225, h: 465 },
    { x: -700, w: 1_400 },
  ]
  const row = { ...wide, ...tall }
  const last = { ...wide, y: 240, h: 60 }
  expect(remarkPlace({ ...ALONE, around: [row] })).toEqual({ x: -100, y: 242 })
  const at = remarkPlace({ ...ALONE, around: [row, last] })
  for (const other of [row, last]) expect(overlaps({ ...at, ...WORDS }, other)).toBe(false)
})
