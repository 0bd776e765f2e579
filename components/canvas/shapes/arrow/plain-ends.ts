import { getArrowInfo, Vec, type Editor, type TLArrowInfo, type TLArrowShape, type VecLike } from 'tldraw'

/** A hundred boards wide. The engine puts a point every 20 px along an arrow, and a dash every few px. */
const MOST_PX = 100_000

/** From where to where an arrow leads, in its own space. */
export interface ArrowEnds {
  readonly start: VecLike
  readonly end: VecLike
}

/**
 * The ends of an arrow that can be drawn as nothing but a plain line; null for all others. What it hangs on may stand
 * anywhere, so that no bound of its own fields keeps it short. And where both ends of a curve meet what they hang on in
 * one point, the engine finds no curve between them: its points are no numbers.
 */
export function plainEnds(editor: Editor, shape: TLArrowShape): ArrowEnds | null {
  const info = getArrowInfo(editor, shape)
  if (!info) return null
  const [start, end] = [info.start.point, info.end.point]
  if (!isPoint(start) || !isPoint(end)) return endsWithoutCurve(info, shape)
  return Vec.Dist(start, end) > MOST_PX * Math.min(1, shape.props.scale) ? { start, end } : null
}

/** Whether this is somewhere. */
export function isPoint({ x, y }: VecLike): boolean {
  return Number.isFinite(x) && Number.isFinite(y)
}

/** Where somebody put them, or where they were before the arrow hung on something. */
function endsWithoutCurve({ start, end }: TLArrowInfo, { props }: TLArrowShape): ArrowEnds {
  const isKnown = isPoint(start.handle) && isPoint(end.handle)
  return isKnown ? { start: start.handle, end: end.handle } : { start: props.start, end: props.end }
}
