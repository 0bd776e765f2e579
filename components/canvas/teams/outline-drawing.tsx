import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import { CONTRAST_COLOR, LINE_PX, type Paint, type Size, type TeamTypeId } from '@/lib/teams/team-types'

const OUTSIDE_PX = 0.5

/** A published outline in its colours, inside its box; `strong` adds the darker line around it. */
export function OutlineDrawing(props: {
  readonly kind: TeamTypeId | InteractionModeId
  readonly size: Size
  readonly paint: Paint
  readonly strong: boolean
}): React.ReactNode {
  const { kind, size, paint, strong } = props
  const inner = outlineOf(kind, { w: size.w - LINE_PX, h: size.h - LINE_PX })
  const outer = outlineOf(kind, { w: size.w + 2 * OUTSIDE_PX, h: size.h + 2 * OUTSIDE_PX })
  return (
    <>
      {strong ? (
        <path
          d={outer.path}
          transform={`translate(${-OUTSIDE_PX} ${-OUTSIDE_PX})`}
          fill="none"
          stroke={CONTRAST_COLOR}
          strokeWidth={1}
        />
      ) : null}
      <path
        d={inner.path}
        transform={`translate(${LINE_PX / 2} ${LINE_PX / 2})`}
        fill={paint.fill}
        fillOpacity={paint.fillOpacity}
        stroke={paint.line}
        strokeWidth={LINE_PX}
        strokeLinejoin="round"
        {...(paint.dash ? { strokeDasharray: paint.dash.join(' ') } : {})}
      />
    </>
  )
}
