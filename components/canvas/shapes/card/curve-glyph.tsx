import type { Curve } from '@/lib/curves/curve'
import { toSvgPath } from '@/lib/curves/svg-path'
import type { Palette } from '../palette'

const DOT_RADIUS_PX = 3
const MARGIN_PX = 3

/** A curve as small as a letter, with a dot where the card stands. */
export function CurveGlyph(props: {
  readonly curve: Curve
  readonly x: number | null
  readonly size: { readonly w: number; readonly h: number }
  readonly palette: Palette
}): React.ReactNode {
  const { curve, x, size, palette } = props
  const box = { w: size.w - 2 * MARGIN_PX, h: size.h - 2 * MARGIN_PX }
  return (
    <g transform={`translate(${MARGIN_PX} ${MARGIN_PX})`}>
      <path
        d={toSvgPath(curve, box)}
        fill="none"
        stroke={palette.inkSoft}
        strokeWidth={1.5}
        strokeLinecap="round"
      />
      {x === null ? null : (
        <circle cx={x * box.w} cy={(1 - curve.y(x)) * box.h} r={DOT_RADIUS_PX} fill={palette.accent} />
      )}
    </g>
  )
}
