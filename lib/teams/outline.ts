import type { Box } from '../geometry/box'
import type { Point } from '../geometry/point'
import type { Size } from '../geometry/size'
import type { InteractionModeId } from './interaction-modes'
import type { TeamTypeId } from './team-types'

/** The outline of a team or an interaction in px from its own top left corner. */
export interface Outline {
  /** The `d` of an SVG path. */
  readonly path: string
  /** The same as a convex polygon, clockwise; round parts in short steps. */
  readonly corners: readonly Point[]
}

const CORNER_SHARE = 1 / 6
/** How much of its shorter side each corner of an octagon loses. */
export const CUT_SHARE = 0.29289
const LEAN_SHARE = 0.2
const SHAFT_SHARE = 0.57
const HEAD_SHARE = 0.7
const STEPS_PER_CORNER = 6

/** Draws the published outline of a kind into a box of this size (px). */
export function outlineOf(kind: TeamTypeId | InteractionModeId, { w, h }: Size): Outline {
  const short = Math.min(w, h)
  switch (kind) {
    case 'stream-aligned':
    case 'enabling':
      return rounded({ w, h }, short * CORNER_SHARE)
    case 'undefined-team':
      return rounded({ w, h }, short / 2)
    case 'facilitating':
      return circle({ w, h }, short)
    case 'platform':
      return polygon([point(0, 0), point(w, 0), point(w, h), point(0, h)])
    case 'complicated-subsystem':
      return octagon({ w, h }, short * CUT_SHARE)
    case 'collaboration':
      return polygon([point(w * LEAN_SHARE, 0), point(w, 0), point(w * (1 - LEAN_SHARE), h), point(0, h)])
    case 'x-as-a-service':
      return polygon([point(w / 2, 0), point(w, h), point(0, h)])
  }
}

/** The `d` of the arrow of the flow of change, from left to right through this box. */
export function flowArrowPath({ x, y, w, h }: Box): string {
  const [shaft, head] = [h * SHAFT_SHARE, h * HEAD_SHARE]
  const [top, bottom] = [y + (h - shaft) / 2, y + (h + shaft) / 2]
  const neck = x + w - head
  const tip = `L${px(x + w)} ${px(y + h / 2)}L${px(neck)} ${px(y + h)}`
  return `M${px(x)} ${px(top)}H${px(neck)}V${px(y)}${tip}V${px(bottom)}H${px(x)}Z`
}

function polygon(corners: readonly Point[]): Outline {
  const path = corners.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')
  return { path: `${path}Z`, corners }
}

function octagon({ w, h }: Size, cut: number): Outline {
  return polygon([
    ...[point(cut, 0), point(w - cut, 0), point(w, cut), point(w, h - cut)],
    ...[point(w - cut, h), point(cut, h), point(0, h - cut), point(0, cut)],
  ])
}

function rounded({ w, h }: Size, radius: number): Outline {
  const arc = (x: number, y: number): string => `A${px(radius)} ${px(radius)} 0 0 1 ${px(x)} ${px(y)}`
  const path = [
    `M${px(radius)} 0H${px(w - radius)}${arc(w, radius)}V${px(h - radius)}`,
    `${arc(w - radius, h)}H${px(radius)}${arc(0, h - radius)}V${px(radius)}${arc(radius, 0)}Z`,
  ].join('')
  const centres = [
    ...[point(w - radius, radius), point(w - radius, h - radius)],
    ...[point(radius, h - radius), point(radius, radius)],
  ]
  const corners = centres.flatMap((centre, quarter) => corner(centre, radius, quarter))
  return { path, corners }
}

/** A circle as four rounded corners of a square in the middle of the box. */
function circle({ w, h }: Size, diameter: number): Outline {
  const [left, top] = [(w - diameter) / 2, (h - diameter) / 2]
  const r = px(diameter / 2)
  const half = `a${r} ${r} 0 0 1`
  const path = `M${px(left)} ${px(h / 2)}${half} ${px(diameter)} 0${half} ${px(-diameter)} 0Z`
  const square = rounded({ w: diameter, h: diameter }, diameter / 2)
  return { path, corners: square.corners.map(({ x, y }) => point(x + left, y + top)) }
}

/** Clockwise from the top right. */
function corner(centre: Point, radius: number, quarter: number): Point[] {
  return Array.from({ length: STEPS_PER_CORNER + 1 }, (_, step) => {
    const angle = (quarter - 1 + step / STEPS_PER_CORNER) * (Math.PI / 2)
    return point(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle))
  })
}

function point(x: number, y: number): Point {
  return { x, y }
}

function px(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0
}
