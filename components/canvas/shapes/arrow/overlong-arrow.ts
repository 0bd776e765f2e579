import { getArrowInfo, Vec, type Editor, type TLArrowShape, type VecLike } from 'tldraw'

/** A hundred boards wide. The engine puts a point every 20 px along an arrow, and a dash every few px. */
const MOST_PX = 100_000

/** From where to where an arrow leads, in its own space. */
export interface ArrowEnds {
  readonly start: VecLike
  readonly end: VecLike
}

/**
 * The ends of an arrow that is too long to be drawn as anything but a plain line; null for all others. What it hangs on
 * may stand anywhere, so that no bound of its own fields keeps it short.
 */
export function overlongEnds(editor: Editor, shape: TLArrowShape): ArrowEnds | null {
  const info = getArrowInfo(editor, shape)
  if (!info) return null
  const [start, end] = [info.start.point, info.end.point]
  return Vec.Dist(start, end) > MOST_PX * Math.min(1, shape.props.scale) ? { start, end } : null
}
