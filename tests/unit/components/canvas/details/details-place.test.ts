import { describe, expect, it } from 'vitest'
import { detailsPlace } from '@/components/canvas/details/details-place'
import { coveredEdges } from '@/components/canvas/view/covered-edges'
import { coveredPx } from '@/components/canvas/view/covered-px'

const PHONE = { w: 390, h: 844 }
const BUTTON = { w: 90, h: 44 }
const ALONE = { others: [], names: [], button: BUTTON, canvas: PHONE }
const CARD = { left: 40, right: 160, top: 200, bottom: 260 }
const LOWEST = PHONE.h - coveredEdges(PHONE.w).bottom - BUTTON.h

describe('the button for the details of selected cards', () => {
  it('stands beside them at the upper right', () => {
    expect(detailsPlace({ ...ALONE, cards: CARD })).toEqual({ x: 166, y: 200 })
  })

  it('goes under cards that leave no room beside them, and above them at the lower edge', () => {
    const cards = { left: 260, right: 380, top: 312, bottom: 372 }
    expect(detailsPlace({ ...ALONE, cards })).toEqual({ x: 290, y: 378 })
    const low = { ...cards, top: 690, bottom: 750 }
    expect(detailsPlace({ ...ALONE, cards: low })).toEqual({ x: 290, y: 690 - 6 - BUTTON.h })
  })

  it('covers as little as it can of the other cards', () => {
    const neighbour = { left: 170, right: 290, top: 200, bottom: 260 }
    expect(detailsPlace({ ...ALONE, cards: CARD, others: [neighbour] })).toEqual({ x: 70, y: 266 })
  })

  it('never covers the name of somebody who holds a card, whatever else it covers', () => {
    const neighbour = { left: 30, right: 180, top: 120, bottom: 195 }
    const name = { left: 170, right: 330, top: 196, bottom: 220 }
    const below = { left: 40, right: 160, top: 262, bottom: 330 }
    const ground = { ...ALONE, cards: CARD, others: [neighbour, below], names: [name] }
    const at = detailsPlace(ground)
    expect(at && coveredPx(at, BUTTON, name)).toBe(0)
    expect(detailsPlace({ ...ground, names: [] })).toEqual({ x: 166, y: 200 })
  })

  it('stays at the edge where there is no room around them', () => {
    const cards = { left: -10, right: 600, top: -30, bottom: 900 }
    expect(detailsPlace({ ...ALONE, cards })).toEqual({ x: 294, y: coveredEdges(PHONE.w).top })
  })

  it('never stands on the mark, the tools or the banners, nor where its cards are out of sight', () => {
    const low = detailsPlace({ ...ALONE, cards: { left: 100, right: 220, top: 760, bottom: 820 } })
    expect(low?.y).toBeLessThanOrEqual(LOWEST)
    const high = detailsPlace({ ...ALONE, cards: { ...CARD, top: 10, bottom: 70 } })
    expect(high?.y).toBeGreaterThanOrEqual(coveredEdges(PHONE.w).top)
    expect(detailsPlace({ ...ALONE, cards: { ...CARD, left: -300, right: -200 } })).toBeNull()
    expect(detailsPlace({ ...ALONE, cards: { ...CARD, top: 900, bottom: 960 } })).toBeNull()
  })
})
