import { expect, it } from 'vitest'
import { teamBarPlace } from '@/components/canvas/teams/bar/team-bar-place'
import { coveredEdges } from '@/components/canvas/view/covered-edges'
import { coveredPx } from '@/components/canvas/view/covered-px'

const BAR = { w: 240, h: 40 }
const LAPTOP = { w: 1016, h: 672 }
const PHONE = { w: 390, h: 600 }
const ALONE = { others: [], bar: BAR, canvas: LAPTOP, bannersPx: 0 }

const place = (midX: number, [top, bottom]: readonly [number, number], canvas = LAPTOP) =>
  teamBarPlace({ ...ALONE, shape: { left: midX - 80, right: midX + 80, top, bottom }, canvas })

it('stands above the middle of its shape, and below it where the upper edge is near', () => {
  expect(place(500, [300, 360])).toEqual({ x: 380, y: 248 })
  expect(place(500, [90, 150])).toEqual({ x: 380, y: 162 })
})

it('is seen in full at every edge, whatever is written on it', () => {
  expect(place(10, [300, 360])?.x).toBe(8)
  expect(place(1010, [300, 360])?.x).toBe(LAPTOP.w - BAR.w - 8)
})

it('stands over what is seen of a shape that reaches past the canvas', () => {
  const shape = { left: 600, right: 2_400, top: 300, bottom: 360 }
  expect(teamBarPlace({ ...ALONE, shape })?.x).toBe((600 + 1016 - BAR.w) / 2)
})

it('stays clear of the tray and the banners above, and of the tools and the zoom below', () => {
  const tallest = place(500, [-200, 900])
  expect(tallest?.y).toBe(coveredEdges(LAPTOP.w).top)
  const lowest = place(500, [LAPTOP.h - 10, LAPTOP.h + 60])
  expect((lowest?.y ?? 0) + BAR.h).toBeLessThanOrEqual(LAPTOP.h - coveredEdges(LAPTOP.w).bottom)
  const tablet = { w: 800, h: 1_100 }
  expect(place(400, [150, 210], tablet)?.y).toBe(222)
  const onPhone = place(200, [PHONE.h - 10, PHONE.h + 60], PHONE)
  expect((onPhone?.y ?? 0) + BAR.h).toBeLessThanOrEqual(PHONE.h - coveredEdges(PHONE.w).bottom)
})

it('stands on the side of its shape where it covers least of other teams', () => {
  const shape = { left: 420, right: 580, top: 300, bottom: 360 }
  const above = { left: 420, right: 580, top: 200, bottom: 280 }
  const below = { left: 420, right: 580, top: 380, bottom: 460 }
  const right = { left: 600, right: 760, top: 300, bottom: 360 }
  const withOthers = (...others: (typeof shape)[]) => teamBarPlace({ ...ALONE, shape, others })
  expect(withOthers(above)).toEqual({ x: 380, y: 372 })
  expect(withOthers(above, below)).toEqual({ x: 592, y: 310 })
  expect(withOthers(above, below, right)).toEqual({ x: 168, y: 310 })
})

it('stands from afar beside its shape, whole within the canvas, off all that is around where that is near', () => {
  const tablet = { w: 820, h: 1_070 }
  const teams = [0, 1, 2].flatMap((row) =>
    [418, 534].map((left) => ({ left, right: left + 91, top: 400 + row * 24, bottom: 414 + row * 24 })),
  )
  for (const shape of teams) {
    const others = teams.filter((team) => team !== shape)
    const at = teamBarPlace({ ...ALONE, shape, others, canvas: tablet })
    if (!at) throw new Error('the shape is in sight')
    const { x, y } = at
    for (const team of teams) expect(coveredPx(at, BAR, team)).toBe(0)
    const away = Math.max(x - shape.right, shape.left - x - BAR.w, y - shape.bottom, shape.top - y - BAR.h)
    expect(away).toBeLessThanOrEqual(48)
    expect(Math.min(x, tablet.w - x - BAR.w)).toBeGreaterThanOrEqual(8)
  }
})

it('covers a little of what is around rather than to stand far from its shape', () => {
  const shape = { left: 420, right: 580, top: 300, bottom: 360 }
  const rows = Array.from({ length: 20 }, (_, row) => {
    return { left: 0, right: 1_016, top: 30 + row * 30, bottom: 32 + row * 30 }
  })
  expect(teamBarPlace({ ...ALONE, shape, others: rows })).toEqual({ x: 380, y: 248 })
})

it('goes with a shape that leaves the canvas', () => {
  expect(place(500, [-80, -20])).toBeNull()
  expect(place(500, [700, 760])).toBeNull()
  expect(place(-90, [300, 360])).toBeNull()
})
