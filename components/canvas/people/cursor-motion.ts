interface Point {
  readonly x: number
  readonly y: number
}

/** After this long a cursor has covered two thirds of the way to where it was last told to be. */
const EASE_MS = 55
/** A jump this far (page px) is shown as a jump. */
const JUMP_PX = 3000

/** The next position of a cursor that follows a thinned stream of points. */
export function easeTowards(from: Point | undefined, to: Point, elapsedMs: number): Point {
  if (!from || Math.hypot(to.x - from.x, to.y - from.y) > JUMP_PX) return to
  const share = 1 - Math.exp(-Math.max(elapsedMs, 0) / EASE_MS)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
