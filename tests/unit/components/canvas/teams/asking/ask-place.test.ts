import { expect, it } from 'vitest'
import { coveredEdges } from '@/components/canvas/view/covered-edges'
import { askPlace } from '@/components/canvas/teams/asking/ask-place'
import { coveredPx } from '@/components/canvas/view/covered-px'
import type { Edges } from '@/components/canvas/view/edges-in-view'

const FORM = { w: 320, h: 280 }
const LAPTOP = { w: 1016, h: 672 }
const TABLET = { w: 804, h: 1070 }

function box(...[left, top, w, h]: [number, number, number, number]): Edges {
  return { left, top, right: left + w, bottom: top + h }
}

function place(about: readonly Edges[], others: readonly Edges[] = [], canvas = LAPTOP) {
  return askPlace({ about, others, form: FORM, canvas, bannersPx: 0 })
}

it('stands at the right of the interaction, and at its left where there is no room', () => {
  expect(place([box(300, 300, 60, 60)])).toEqual({ x: 376, y: 190 })
  expect(place([box(800, 300, 60, 60)]).x).toBe(800 - 16 - FORM.w)
})

it('covers none of the teams it asks about where these leave it room, on whatever screen', () => {
  for (const canvas of [LAPTOP, TABLET]) {
    const about = [box(380, 120, 60, 60), box(100, 130, 300, 40), box(420, 130, 300, 40)]
    const at = place(about, [], canvas)
    for (const shape of about) expect(coveredPx(at, FORM, shape)).toBe(0)
  }
})

it('would rather cover other teams than those it asks about', () => {
  const asked = box(20, 80, 980, 60)
  const at = place([asked], [box(20, 150, 980, 500)])
  expect(coveredPx(at, FORM, asked)).toBe(0)
})

it('covers least of the map where nothing is likely', () => {
  const team = box(600, 64, 400, 500)
  expect(coveredPx(place([], [team]), FORM, team)).toBe(0)
})

it('stays clear of the banners above and the tools below', () => {
  const low = place([box(300, 620, 60, 40)])
  expect(low.y + FORM.h).toBeLessThanOrEqual(LAPTOP.h - coveredEdges(LAPTOP.w).bottom)
  expect(place([box(300, 0, 60, 40)]).y).toBeGreaterThanOrEqual(coveredEdges(LAPTOP.w).top)
})
