import { describe, expect, it } from 'vitest'
import type { Placement } from '@/lib/board/layout'
import { anchorOf, DEFAULT_PIN, placementAt, roundPosition } from '@/lib/board/places/placement'
import { PAPER_AIR_PX } from '@/lib/templates/template'
import { instanceAt } from '@/tests/support/boards/board-builders'

const INSTANCE = instanceAt('first', 1000, 500)
const PLOT = { x: 1048, y: 636 }

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

describe('roundPosition', () => {
  it('rounds a position into 0..1', () => {
    expect([roundPosition(-1), roundPosition(0.123456), roundPosition(2)]).toEqual([0, 0.1235, 1])
  })
})
