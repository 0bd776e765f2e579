import { describe, expect, it } from 'vitest'
import { detailsPlace } from '@/components/canvas/details-place'

const PHONE = { w: 390, h: 844 }

describe('the button for the details of selected cards', () => {
  it('stands beside them at the upper right', () => {
    expect(detailsPlace({ left: 40, right: 100, top: 200, bottom: 240 }, PHONE)).toEqual({ x: 106, y: 200 })
  })

  it('goes under cards that leave no room beside them, so that it hides none of them', () => {
    const cards = { left: 300, right: 352, top: 312, bottom: 332 }
    expect(detailsPlace(cards, PHONE)).toEqual({ x: 340, y: 338 })
  })

  it('stays at the edge where there is room neither beside nor under them', () => {
    const cards = { left: 10, right: 600, top: -30, bottom: 900 }
    expect(detailsPlace(cards, PHONE)).toEqual({ x: 340, y: 6 })
  })

  it('never stands on the mark or where nobody can press it', () => {
    expect(detailsPlace({ left: 300, right: 380, top: 740, bottom: 760 }, PHONE)).toBeNull()
    expect(detailsPlace({ left: -300, right: -200, top: 300, bottom: 340 }, PHONE)).toBeNull()
    expect(detailsPlace({ left: 40, right: 100, top: 900, bottom: 940 }, PHONE)).toBeNull()
  })
})
