import { describe, expect, it } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey, type Placement } from '@/lib/board/layout'
import {
  anchorOf,
  curveOfTarget,
  DEFAULT_PIN,
  layoutCards,
  placementAt,
  roundPosition,
  targetOf,
  type CardLayout,
  type LayoutMemory,
} from '@/lib/board/places/placement'
import { PAPER_AIR_PX } from '@/lib/templates/template'
import { initiativeId, instanceAt } from '@/tests/support/boards/board-builders'

const INSTANCE = instanceAt('first', 1000, 500)
const PLOT = { x: 1048, y: 636 }

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

describe('placementAt', () => {
  const dropPin = (x: number, y: number): { instanceId: string; placement: Placement } =>
    placementAt([INSTANCE], { x: x - DEFAULT_PIN.x, y: y - DEFAULT_PIN.y }, DEFAULT_PIN)

  it('snaps a pin near the line to the nearest point', () => {
    const anchor = anchorOf(INSTANCE, 'linear', 0.5) ?? { x: 0, y: 0 }
    const { instanceId, placement } = dropPin(anchor.x, anchor.y + 5)
    expect(instanceId).toBe(INSTANCE.id)
    expect(placement.target).toBe('curve:linear')
    expect(placement.x).toBeCloseTo(0.491, 2)
    expect([placement.dx, placement.dy]).toEqual([0, 0])
  })

  it('keeps a pin off the line on the curve, without a position', () => {
    const { placement } = dropPin(PLOT.x + 100, PLOT.y + 100)
    expect(placement).toEqual({ target: 'curve:sigmoid', dx: 100 - 108, dy: 100 - 88 })
  })

  it('takes a card on the air of a plot’s paper, and tells its place from the plot as ever', () => {
    for (const y of [-PAPER_AIR_PX, 360 + PAPER_AIR_PX]) {
      const { placement } = dropPin(PLOT.x + 300, PLOT.y + y)
      expect(placement).toEqual({ target: 'curve:sigmoid', dx: 300 - 108, dy: y - 88 })
    }
    expect(dropPin(PLOT.x + 300, PLOT.y - PAPER_AIR_PX - 1).placement.target).toBe('frame')
  })

  it('tells the frame and the canvas beside the plots', () => {
    expect(dropPin(1010, 510).placement).toEqual({ target: 'frame', dx: 10 - 108, dy: 10 - 88 })
    expect(dropPin(10, 10)).toEqual({
      instanceId: 'canvas',
      placement: { target: 'canvas', dx: -98, dy: -78 },
    })
  })

  it('takes the last of two templates that overlap', () => {
    const over = instanceAt('over', 1000, 500)
    expect(placementAt([INSTANCE, over], { x: 1000, y: 500 }, { x: 20, y: 20 }).instanceId).toBe('over')
  })

  it('rounds offsets to hundredths of a pixel', () => {
    const { placement } = placementAt([], { x: 0.12345, y: -0.001 }, DEFAULT_PIN)
    expect(placement).toEqual({ target: 'canvas', dx: 0.12, dy: 0 })
  })
})

describe('anchorOf', () => {
  it('answers null for a curve the template does not show', () => {
    expect(anchorOf(INSTANCE, 'spiral', 0.5)).toBeNull()
    expect(anchorOf({ ...INSTANCE, templateId: 'none' }, 'linear', 0.5)).toBeNull()
  })

  it('takes a position beyond the end for the end', () => {
    expect(anchorOf(INSTANCE, 'linear', 7)).toEqual(anchorOf(INSTANCE, 'linear', 1))
  })
})

describe('targets and positions', () => {
  it('reads back the curve a target names', () => {
    expect(curveOfTarget(targetOf({ id: 'linear' }))?.id).toBe('linear')
    expect(curveOfTarget('frame')).toBeNull()
  })

  it('rounds a position into 0..1', () => {
    expect([roundPosition(-1), roundPosition(0.123456), roundPosition(2)]).toEqual([0, 0.1235, 1])
  })
})
