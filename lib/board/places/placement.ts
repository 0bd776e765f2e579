import { clamp } from '../../clamp'
import type { Point } from '../../geometry/point'
import type { InstanceId } from '../../ids'
import { roundPx } from '../../round-px'
import { CANVAS_INSTANCE, type Instance, type Placement } from '../layout'
import { CARD_PIN_PX, type CardProps } from '../shapes/card'
import { curveTarget } from './curve-target'
import { partsAt, type Parts } from './parts-at'
import { anchorOn, standTemplates, type StandingTemplate } from './standing'

/** The point of a card that decides where it is dropped, in card px, as long as it is not snapped. */
export const DEFAULT_PIN: Point = CARD_PIN_PX

/** The point by which a card is held, in card px, and the target it stands on so far. */
export interface Hold extends Point {
  readonly on?: string
  /** The middle of a card that stood on a line, in card px: its pin may be far from what the eye puts into a box. */
  readonly middle?: Point
}

/** By what a card is held that stands on the board. */
export function holdOf({ w, h, x, pinX, pinY, target }: CardProps): Hold {
  return { x: pinX, y: pinY, on: target, ...(x !== null && { middle: { x: w / 2, y: h / 2 } }) }
}

/**
 * Finds what a card takes when its top left corner is dropped at this page point and the point it is held by decides;
 * where that is on no line, a box beside shared lines that holds the card's middle.
 * Where templates overlap, the last one is on top. Offsets are rounded to 0.01 px, x to 0.0001.
 */
export function placementAt(
  instances: readonly Instance[],
  at: Point,
  hold: Hold,
): { instanceId: InstanceId; placement: Placement } {
  const { under, plot, x } = heldParts(standTemplates(instances), at, hold)
  if (!under) {
    return { instanceId: CANVAS_INSTANCE, placement: { target: 'canvas', ...offset(at, { x: 0, y: 0 }) } }
  }
  const instanceId = under.instance.id
  if (!plot) return { instanceId, placement: { target: 'frame', ...offset(at, under.frame) } }
  // On a line and beside a name a card is laid out with the others there, wherever it is let go.
  const isLaidOut = x !== null || under.overlay !== null
  const where = {
    ...(x !== null && { x: roundPosition(x) }),
    ...(isLaidOut ? NO_OFFSET : offset(at, plot.outer)),
  }
  return { instanceId, placement: { target: curveTarget(plot.curve), ...where } }
}

function heldParts(standing: readonly StandingTemplate[], at: Point, hold: Hold): Parts {
  const held = partsAt(standing, { x: at.x + hold.x, y: at.y + hold.y }, hold.on)
  if (!hold.middle || held.x !== null) return held
  const seen = partsAt(standing, { x: at.x + hold.middle.x, y: at.y + hold.middle.y })
  return seen.under?.overlay && seen.plot && seen.x === null ? seen : held
}

/** The page point of a curve's x (0..1) on an instance; null where that instance shows no such curve. */
export function anchorOf(instance: Instance, curveId: string, x: number): Point | null {
  const plot = standTemplates([instance])[0]?.plots.find(({ curve }) => curve.id === curveId)
  return plot ? anchorOn(plot, x) : null
}

/** Rounds a position along a curve as placements keep it. */
export function roundPosition(x: number): number {
  return Math.round(clamp(x, 0, 1) * 10_000) / 10_000
}

const NO_OFFSET = { dx: 0, dy: 0 }

function offset(at: Point, from: Point): { dx: number; dy: number } {
  return { dx: roundPx(at.x - from.x), dy: roundPx(at.y - from.y) }
}
