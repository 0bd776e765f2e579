import { describe, expect, it } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey, type Placement } from '@/lib/board/layout'
import { layoutCards, type CardLayout, type LayoutMemory } from '@/lib/board/places/cards/layout-cards'
import { anchorOf, DEFAULT_PIN } from '@/lib/board/places/placement'
import { initiativeId, instanceAt } from '@/tests/support/boards/board-builders'
import { placementAt } from '@/lib/board/places/placement'
import { EFFORT_VALUE_OVERLAY } from '@/lib/templates/effort-value-overlay'
import { overlaps } from '@/lib/geometry/box'

const INSTANCE = instanceAt('first', 1000, 500)
const PLOT = { x: 1048, y: 636 }
/** From the first plot to the one of `linear`. */
const THIRD_PLOT_PX = 1040

function layoutOf(placement: Placement, id = 'a', instanceId = INSTANCE.id): CardLayout | undefined {
  const key = placementKey(initiativeId(id), instanceId)
  return layoutCards([INSTANCE], [[key, placement]]).get(cardShapeId(initiativeId(id), instanceId))
}

function snapped(curveId: string, x: number): Placement {
  return { target: `curve:${curveId}`, x, dx: 0, dy: 0 }
}

describe('layoutCards', () => {
  it('lets a snapped card touch its point, inside its plot', () => {
    for (const x of [0, 0.3, 0.7, 1]) {
      const anchor = anchorOf(INSTANCE, 'sigmoid', x) ?? { x: 0, y: 0 }
      const card = layoutOf(snapped('sigmoid', x))
      expect((card?.x ?? 0) + (card?.pin.x ?? 0)).toBeCloseTo(anchor.x, 6)
      expect((card?.y ?? 0) + (card?.pin.y ?? 0)).toBeCloseTo(anchor.y, 6)
      expect(card?.x).toBeGreaterThanOrEqual(PLOT.x)
      expect((card?.x ?? 0) + 216).toBeLessThanOrEqual(PLOT.x + 480)
    }
  })

  it('makes the cards of a crowded curve smaller, and only those', () => {
    const on = (curveId: string, count: number) =>
      Array.from({ length: count }, (_, at) => {
        const id = initiativeId(`${curveId}${at}`)
        return [placementKey(id, INSTANCE.id), snapped(curveId, at / count)] as const
      })
    const sizes = (linear: number) => {
      const cards = layoutCards([INSTANCE], [...on('linear', linear), ...on('sigmoid', 3)]).values()
      return new Set([...cards].map(({ placement, w, h }) => `${placement.target} ${w}x${h}`))
    }
    expect(sizes(6)).toEqual(new Set(['curve:linear 216x56', 'curve:sigmoid 216x88']))
    expect(sizes(7)).toEqual(new Set(['curve:linear 216x30', 'curve:sigmoid 216x88']))
    expect(sizes(13)).toEqual(new Set(['curve:linear 160x30', 'curve:sigmoid 216x88']))
  })

  it('leaves the letters of the lines that share a plot in sight, where a card has a place elsewhere', () => {
    const shared = { ...instanceAt('shared', 0, 0), templateId: 'effort-value-overlay' }
    const { overlay } = EFFORT_VALUE_OVERLAY
    if (!overlay) throw new Error('The curves share a plot.')
    const { inner } = overlay
    const badges = overlay.badges()
    const letters = [...badges.values()].map(({ x, y }) => {
      return { x: inner.x + x - 13, y: inner.y + y - 13, w: 26, h: 26 }
    })
    const hidden = [...badges.keys()].flatMap((curveId) =>
      Array.from({ length: 49 }, (_, at) => 0.02 + at * 0.02).filter((x) => {
        const key = placementKey(initiativeId('a'), shared.id)
        const [card] = layoutCards([shared], [[key, snapped(curveId, x)]]).values()
        return card && letters.some((letter) => overlaps(card, letter))
      }),
    )
    expect(hidden.length).toBeLessThan(15)
  })

  it('lays cards without a position beside the name of their line, wherever each was let go there', () => {
    const shared = { ...instanceAt('shared', 0, 0), templateId: 'effort-value-overlay' }
    const room = EFFORT_VALUE_OVERLAY.plots.find(({ curveId }) => curveId === 'linear')?.rest
    if (!room) throw new Error('There is room beside the name.')
    const at = { target: 'curve:linear', dx: 300, dy: -40 }
    const entries = ['a', 'b', 'c'].map((id) => [placementKey(initiativeId(id), shared.id), at] as const)
    const cards = [...layoutCards([shared], entries).values()]
    for (const card of cards) {
      expect(card.x > room.x && card.x + card.w < room.x + room.w).toBe(true)
      expect(card.y > room.y && card.y + card.h < room.y + room.h).toBe(true)
      const dropped = placementAt([shared], card, { ...card.pin, on: card.placement.target })
      expect(dropped.placement).toEqual({ target: 'curve:linear', dx: 0, dy: 0 })
    }
    const [one, other] = cards
    expect(one && other && overlaps(one, other)).toBe(false)
  })

  it('answers the same from memory, and anew once a card of the curve has moved', () => {
    const entries = (x: number) =>
      ['a', 'b'].map(
        (id, at) => [placementKey(initiativeId(id), INSTANCE.id), snapped('linear', at * x)] as const,
      )
    const memory: LayoutMemory = new Map()
    const first = layoutCards([INSTANCE], entries(0.4), memory)
    expect(layoutCards([INSTANCE], entries(0.4), memory)).toEqual(first)
    expect(layoutCards([INSTANCE], entries(0.9), memory)).toEqual(layoutCards([INSTANCE], entries(0.9)))
  })

  it('puts a card without a position where it was dropped in its plot', () => {
    const card = layoutOf({ target: 'curve:sigmoid', dx: 20, dy: 30 })
    expect(card).toMatchObject({ x: PLOT.x + 20, y: PLOT.y + 30, pin: DEFAULT_PIN })
  })

  it('holds a card by its own foot where it is smaller than others, and stands those on the line clear of it', () => {
    const on = (id: string, placement: Placement) =>
      [placementKey(initiativeId(id), INSTANCE.id), placement] as const
    const middle = on('m', snapped('linear', 0.5))
    const [alone] = layoutCards([INSTANCE], [middle]).values()
    if (!alone) throw new Error('It has a place.')
    const there = { dx: alone.x - PLOT.x - THIRD_PLOT_PX, dy: alone.y - PLOT.y }
    const loose = ['a', 'z'].map((id, at) =>
      on(id, { target: 'curve:linear', dx: there.dx, dy: there.dy + 10 + at * 60 }),
    )
    const cards = [...layoutCards([INSTANCE], [middle, ...loose]).values()]
    const [line, ...lying] = cards
    for (const card of lying) {
      expect(card).toMatchObject({ w: 208, h: 56 })
      expect(card.pin.y).toBeLessThanOrEqual(56)
      expect(line && overlaps(line, card)).toBe(false)
    }
  })

  it('puts a card outside every template at its page position', () => {
    const card = layoutOf({ target: 'canvas', dx: -40, dy: 12.5 }, 'a', CANVAS_INSTANCE)
    expect(card).toMatchObject({ x: -40, y: 12.5, pin: DEFAULT_PIN })
  })

  it('leaves out what was taken back, what has no instance and what has a deleted one', () => {
    const key = placementKey(initiativeId('a'), INSTANCE.id)
    const elsewhere = placementKey(initiativeId('a'), instanceAt('other', 0, 0).id)
    const placement = snapped('linear', 0.5)
    const gone = { ...INSTANCE, deleted: { by: INSTANCE.createdBy, at: 1 } }
    expect(layoutCards([INSTANCE], [[key, null]]).size).toBe(0)
    expect(layoutCards([INSTANCE], [[elsewhere, placement]]).size).toBe(0)
    expect(layoutCards([gone], [[key, placement]]).size).toBe(0)
    expect(layoutCards([INSTANCE], [['no key', placement]]).size).toBe(0)
  })

  it('shows a card whose curve is unknown on the frame rather than not at all', () => {
    expect(layoutOf({ target: 'curve:spiral', x: 0.5, dx: 5, dy: 6 })).toMatchObject({ x: 1005, y: 506 })
  })
})
