import { describe, expect, it } from 'vitest'
import { lookAround, settlePin } from '@/lib/board/places/cards/settle-pin'
import { CARD_PIN_PX } from '@/lib/board/shapes/card'
import type { Point } from '@/lib/geometry/point'

const at = { x: 0, y: 0 }
const REGION = { x: -500, y: -500, w: 1_000, h: 1_000 }

/** Asks for a pin that only points far to the left satisfy; answers with how many were looked at. */
function ask(looks: { left: number }): { pin: Point; looked: number } {
  let looked = 0
  const isRight = (pin: Point): boolean => {
    looked += 1
    return pin.x < -400
  }
  return { pin: settlePin({ at, isRight, looks, regions: [REGION] }), looked }
}

describe('settlePin', () => {
  it('finds a point beyond the card where none on it will do', () => {
    expect(ask(lookAround()).pin.x).toBeLessThan(-400)
  })

  it('looks at so many points for all cards together, and then takes the default pin', () => {
    const looks = lookAround()
    const asked = Array.from({ length: 500 }, () => ask(looks))
    const looked = asked.reduce((sum, one) => sum + one.looked, 0)
    expect(looked).toBeLessThan(50_000)
    expect(asked.slice(0, 10).every(({ pin }) => pin.x < -400)).toBe(true)
    expect(asked.at(-1)).toEqual({ pin: CARD_PIN_PX, looked: 1 })
  })

  it('spends nothing on a card whose default pin will do', () => {
    const looks = lookAround()
    expect(settlePin({ at, isRight: () => true, looks, regions: [] })).toBe(CARD_PIN_PX)
    expect(looks).toEqual(lookAround())
  })

  it('takes the middle of the foot of a card that is smaller than others', () => {
    const size = { w: 208, h: 30 }
    const question = { at, size, looks: lookAround(), regions: [] }
    expect(settlePin({ ...question, isRight: () => true })).toEqual({ x: 104, y: 30 })
    const onCard = settlePin({ ...question, isRight: ({ y }) => y < 30 || y > 60 })
    expect(onCard.y).toBeLessThan(30)
  })
})
