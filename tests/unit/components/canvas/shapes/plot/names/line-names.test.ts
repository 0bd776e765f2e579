import { describe, expect, it } from 'vitest'
import { placeBadges } from '@/lib/curves/line-badges'
import { placeNames } from '@/components/canvas/shapes/plot/names/line-names'
import { nameLines, nameSize } from '@/components/canvas/shapes/plot/names/name-lines'
import { CURVES } from '@/lib/curves/catalogue'

const BOX = { w: 960, h: 672 }
const badges = placeBadges(CURVES, BOX)

/** The two sizes of letters in which names are drawn, and the badge beside each. */
const SIZES = [
  { letters: 14, badgeRadius: 13 },
  { letters: 18, badgeRadius: 15 },
]
const LINE_AIR = 4
const BADGE_AIR = 5

for (const { letters, badgeRadius } of SIZES) {
  const measure = (text: string): number => text.length * letters * 0.5
  const sizeOf = (name: string): { w: number; h: number } =>
    nameSize(nameLines(name, letters, measure), letters, measure)
  const names = placeNames(CURVES, { box: BOX, badges, badgeRadius, sizeOf })
  const areas = CURVES.map(({ id, name }) => {
    const place = names.get(id)
    if (!place) throw new Error('the curve has a name')
    const { w, h } = sizeOf(name)
    const left = place.anchor === 'start' ? place.x : place.x - w
    return { id, left, right: left + w, top: place.y - h, bottom: place.y }
  })

  it(`writes every name inside the plot and clear of all lines, in letters of ${letters} px`, () => {
    for (const { id, left, right, top, bottom } of areas) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(BOX.w)
      expect(bottom).toBeLessThan(BOX.h)
      const crossed = CURVES.flatMap(({ points }) => points).filter(({ x, y }) => {
        const [px, py] = [x * BOX.w, (1 - y) * BOX.h]
        const isAcross = px > left - LINE_AIR && px < right + LINE_AIR
        return isAcross && py > top - LINE_AIR && py < bottom + LINE_AIR
      })
      expect(crossed, id).toEqual([])
    }
  })

  it(`writes no name over another name or a letter, in letters of ${letters} px`, () => {
    for (const one of areas) {
      for (const other of areas.filter(({ id }) => id !== one.id)) {
        const isApart =
          one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top
        expect(isApart, `${one.id} and ${other.id}`).toBe(true)
      }
      for (const [id, { x, y }] of badges) {
        const nearestX = Math.min(Math.max(x, one.left), one.right)
        const nearestY = Math.min(Math.max(y, one.top), one.bottom + letters / 3)
        const air = id === one.id ? 0 : BADGE_AIR
        expect(Math.hypot(x - nearestX, y - nearestY), `${one.id} and ${id}`).toBeGreaterThan(
          badgeRadius + air,
        )
      }
    }
  })
}

describe('names among cards', () => {
  const sizeOf = (name: string): { w: number; h: number } => ({ w: name.length * 7, h: 14 })
  const ground = { box: BOX, badges, badgeRadius: 13, sizeOf }

  it('stands where no card lies, where there is such a place', () => {
    const names = placeNames(CURVES, ground)
    for (const { id, name } of CURVES) {
      const place = names.get(id)
      if (!place) throw new Error('the curve has a name')
      const { w } = sizeOf(name)
      const card = {
        x: place.anchor === 'start' ? place.x + w - 20 : place.x - w,
        y: place.y - 40,
        w: 20,
        h: 45,
      }
      const moved = placeNames(CURVES, { ...ground, cards: [card] }).get(id)
      expect(moved).not.toEqual(place)
    }
  })

  it('is left out whole where cards lie everywhere', () => {
    const everywhere = { x: -200, y: -200, w: BOX.w + 400, h: BOX.h + 400 }
    expect(placeNames(CURVES, { ...ground, cards: [everywhere] }).size).toBe(0)
  })

  it('never takes a place out of the plot to be clear of cards', () => {
    const inside = { x: 0, y: 0, w: BOX.w, h: BOX.h }
    expect(placeNames(CURVES, { ...ground, cards: [inside] }).size).toBe(0)
  })
})
