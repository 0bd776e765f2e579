import { describe, expect, it } from 'vitest'
import { seatCards } from '@/lib/board/places/cards/seats'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'

const ROOM = { x: 1_000, y: 500, w: 248, h: 120 }
/** Less than a line of a title. */
const TITLE_PX = 10

const seatsFor = (count: number) => [
  ...seatCards(
    ROOM,
    Array.from({ length: count }, (_one, at) => `${at}`),
  ).values(),
]

describe('the room beside a name', () => {
  it('has one card whole in its middle', () => {
    const [only] = seatsFor(1)
    expect(only).toEqual({ x: 1_016, y: 516, ...CARD_SIZE_PX })
  })

  it.each([2, 3, 5, 9])('has %i cards inside it, one lower than the other', (count) => {
    const seats = seatsFor(count)
    const isInside = ({ x, y, w, h }: (typeof seats)[number]): boolean =>
      x > ROOM.x && y > ROOM.y && x + w < ROOM.x + ROOM.w && y + h < ROOM.y + ROOM.h
    expect(seats.filter((seat) => !isInside(seat))).toEqual([])
    const steps = seats.slice(1).map(({ y }, at) => y - (seats[at]?.y ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(count > 5 ? 0 : TITLE_PX)
  })

  it('keeps three and fewer clear of each other', () => {
    for (const count of [2, 3]) {
      const seats = seatsFor(count)
      for (const [at, { y }] of seats.slice(1).entries()) {
        const before = seats[at]
        expect(y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.h ?? 0))
      }
    }
  })
})
