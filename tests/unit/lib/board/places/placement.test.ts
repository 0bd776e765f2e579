import { describe, expect, it } from 'vitest'
import type { Placement } from '@/lib/board/layout'
import { anchorOf, DEFAULT_PIN, holdOf, placementAt, roundPosition } from '@/lib/board/places/placement'
import { standTemplates } from '@/lib/board/places/standing'
import type { Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
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

describe('a card carried off its line', () => {
  const LINES = { ...instanceAt('lines', 0, 0), templateId: 'effort-value-overlay' }
  const plots = standTemplates([LINES])[0]?.plots ?? []
  const boxOf = (curveId: string): Box => {
    const box = plots.find(({ curve }) => curve.id === curveId)?.paper
    if (!box) throw new Error(`no box for ${curveId}`)
    return box
  }
  const carry = (box: Box, pin: Point): unknown => {
    const middle = { x: 108, y: 44 }
    const at = { x: box.x + box.w / 2 - middle.x, y: box.y + box.h / 2 - middle.y }
    return placementAt([LINES], at, { ...pin, on: 'curve:linear', middle }).placement
  }

  it('is taken by the box its middle is in, wherever the pin is by which it stood', () => {
    const box = boxOf('sigmoid')
    for (const pin of [
      { x: 108, y: -box.h },
      { x: 400, y: -30 },
      { x: 216, y: 3 * box.h },
    ]) {
      const placement = carry(box, pin)
      expect(placement).toMatchObject({ target: 'curve:sigmoid' })
      expect(placement).not.toHaveProperty('x')
    }
  })

  it('stays on the lines as long as its pin is among them', () => {
    expect(carry(boxOf('sigmoid'), { x: -500, y: 44 })).toHaveProperty('x')
  })
})

describe('how a card on the board is held', () => {
  const props = { w: 200, h: 80, initiativeId: 'i', instanceId: 'lines', pinX: 7, pinY: 9 }

  it('has a middle where it stands on a line', () => {
    const hold = { x: 7, y: 9, on: 'curve:linear' }
    expect(holdOf({ ...props, target: 'curve:linear', x: 0.5 })).toEqual({
      ...hold,
      middle: { x: 100, y: 40 },
    })
    expect(holdOf({ ...props, target: 'curve:linear', x: null })).toEqual(hold)
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
