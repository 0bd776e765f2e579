import { expect, it } from 'vitest'
import { mapAim } from '@/components/canvas/moving/board-map/map-aim'

const SHEET = { x: 0, y: 0, w: 1_000, h: 600 }
const BESIDE = { x: 2_000, y: 0, w: 800, h: 600 }
const NEAR_VIEW = { w: 200, h: 120 }

it('is the point that was pressed wherever something of the board is then in view', () => {
  expect(mapAim({ x: 500, y: 300 }, NEAR_VIEW, [SHEET])).toEqual({ x: 500, y: 300 })
  expect(mapAim({ x: 1_090, y: 300 }, NEAR_VIEW, [SHEET])).toEqual({ x: 1_090, y: 300 })
  expect(mapAim({ x: 1_500, y: 300 }, { w: 1_600, h: 900 }, [SHEET, BESIDE])).toEqual({ x: 1_500, y: 300 })
})

it('is the nearest point of the board where a near view would show the bare table', () => {
  expect(mapAim({ x: 1_200, y: 300 }, NEAR_VIEW, [SHEET, BESIDE])).toEqual({ x: 1_000, y: 300 })
  expect(mapAim({ x: 1_800, y: -90 }, NEAR_VIEW, [SHEET, BESIDE])).toEqual({ x: 2_000, y: 0 })
})

it('is the point that was pressed where there is nothing at all', () => {
  expect(mapAim({ x: 3, y: 4 }, NEAR_VIEW, [])).toEqual({ x: 3, y: 4 })
})
