import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import { CONTRAST_COLOR, LINE_PX, type Paint, type TeamTypeId } from '@/lib/teams/team-types'
import type { Size } from '@/lib/geometry/size'
import { PAPER_OPACITY, paintedLine } from './painted-color'

const OUTSIDE_PX = 0.5

/**
 * A published outline in its colours, inside its box; `strong` adds the darker line around it. On a dark page there is white
 * under what is half transparent and the fill's own colour in the gaps of a broken line, so that both look as published;
 * a broken line around what is half transparent is darker there.
 */
export function OutlineDrawing(props: {
  readonly kind: TeamTypeId | InteractionModeId
  readonly size: Size
  readonly paint: Paint
  readonly strong: boolean
  readonly isOnDark: boolean
}): React.ReactNode {
  const { kind, size, paint, strong, isOnDark } = props
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
      {isOnDark ? <PaperUnder path={inner.path} paint={paint} /> : null}
      <path
        d={inner.path}
        transform={`translate(${LINE_PX / 2} ${LINE_PX / 2})`}
        fill={paint.fill}
        fillOpacity={paint.fillOpacity}
        stroke={paintedLine(paint, isOnDark)}
        strokeWidth={LINE_PX}
        strokeLinejoin="round"
        {...(paint.dash ? { strokeDasharray: paint.dash.join(' ') } : {})}
      />
    </>
  )
}

function PaperUnder({ path, paint }: { readonly path: string; readonly paint: Paint }): React.ReactNode {
  const at = `translate(${LINE_PX / 2} ${LINE_PX / 2})`
  return (
    <>
      {paint.fillOpacity < 1 ? (
        <path d={path} transform={at} fill="#ffffff" fillOpacity={PAPER_OPACITY} />
      ) : null}
      {paint.dash ? (
        <path
          d={path}
          transform={at}
          fill="none"
          stroke={paint.fill}
          strokeWidth={LINE_PX}
          strokeLinejoin="round"
        />
      ) : null}
    </>
  )
}
