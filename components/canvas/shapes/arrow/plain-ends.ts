import {
  getArcMeasure,
  getArrowInfo,
  Vec,
  type Editor,
  type TLArrowInfo,
  type TLArrowShape,
  type VecLike,
} from 'tldraw'

/** A hundred boards wide. The engine puts a point every 20 px along an arrow, and a dash every few px. */
const MOST_PX = 100_000

/** From where to where an arrow leads, in its own space. */
export interface ArrowEnds {
  readonly start: VecLike
  readonly end: VecLike
}

/**
 * The ends of an arrow that can be drawn as nothing but a plain line; null for all others. What it hangs on may stand
 * anywhere, so that no bound of its own fields keeps it or its curve short. And where both ends of a curve meet what they
 * hang on in one point, the engine finds no curve between them: its points are no numbers.
 */
export function plainEnds(editor: Editor, shape: TLArrowShape): ArrowEnds | null {
  const info = getArrowInfo(editor, shape)
  if (!info) return null
  const [start, end] = [info.start.point, info.end.point]
  if (!isPoint(start) || !isPoint(end)) return endsWithoutCurve(info, shape)
  return lengthOf(info) <= MOST_PX * Math.min(1, shape.props.scale) ? null : { start, end }
}

/**
 * Its ends may be close together while its curve leads round a circle as large as the world: where one end is meant to be
 * far beside what it hangs on, or where the engine cannot tell a nearly straight curve from a whole circle.
 */
function lengthOf(info: TLArrowInfo): number {
  const [start, end] = [info.start.point, info.end.point]
  if (info.type !== 'arc') return Vec.Dist(start, end)
  const { center } = info.handleArc
  const { sweepFlag, largeArcFlag } = info.bodyArc
  const turn = getArcMeasure(Vec.Angle(center, start), Vec.Angle(center, end), sweepFlag, largeArcFlag)
  return Math.max(Vec.Dist(start, end), Math.abs(turn) * Vec.Dist(center, start))
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
