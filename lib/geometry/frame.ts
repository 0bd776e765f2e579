import type { Point } from './point'

/** Where something's own px begin, and how far they are turned, in radians, both against what it lies in. */
export interface Frame extends Point {
  readonly turn: number
}

/** A point told in the px of a frame, in the px of what that lies in. */
export function outOfFrame({ x, y, turn }: Frame, point: Point): Point {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }
}

/** A point told in the px of what a frame lies in, in the frame's own. */
export function intoFrame({ x, y, turn }: Frame, point: Point): Point {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const [dx, dy] = [point.x - x, point.y - y]
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin }
}
