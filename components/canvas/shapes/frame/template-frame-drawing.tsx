import type { ReactNode } from 'react'
import type { Detail, MapDetail } from '@/lib/board/shapes/detail'
import { TeamMapDrawing } from '../../teams/drawing/team-map-drawing'
import { FONT_STACK } from '../font-faces'
import { headingBox, type FrameFacts } from './frame-facts'
import { headingLines } from './heading-words'
import type { Palette } from '../palette'

/** The paper a template stands on, drawn alike on the page and in exported pictures. */
export function TemplateFrameDrawing(props: {
  readonly size: { readonly w: number; readonly h: number }
  readonly facts: FrameFacts
  readonly palette: Palette
  readonly detail: Detail
  /** Of what belongs to a map of teams; the same where it is left out. */
  readonly mapDetail?: MapDetail
  /** The screen is so narrow that a line of words is seen in part only. */
  readonly isNarrow?: boolean
  /** What stands on the paper besides its words. */
  readonly children?: ReactNode
}): React.ReactNode {
  const { size, facts, palette, detail, mapDetail = detail, children } = props
  const { template } = facts
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <rect
        x={0.5}
        y={0.5}
        width={size.w - 1}
        height={size.h - 1}
        rx={16}
        fill={palette.paper}
        stroke={palette.line}
        strokeDasharray={template ? undefined : '8 8'}
      />
      <Heading {...props} box={headingBox(facts, size)} />
      {template?.teamMap ? (
        <TeamMapDrawing map={template.teamMap} palette={palette} detail={mapDetail} />
      ) : null}
      {children}
    </g>
  )
}

function Heading(props: {
  readonly box: { readonly x: number; readonly y: number; readonly w: number }
  readonly facts: FrameFacts
  readonly palette: Palette
  readonly detail: Detail
  readonly isNarrow?: boolean
}): React.ReactNode {
  const { box, facts, palette, detail, isNarrow = false } = props
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      {headingLines(facts, { widthPx: box.w, isNarrow }, detail).map(({ kind, text, sizePx, baselinePx }) =>
        kind === 'name' ? (
          <text
            key={kind}
            y={baselinePx}
            fontSize={sizePx}
            fontWeight={600}
            letterSpacing="-0.015em"
            fill={palette.ink}
          >
            {text}
          </text>
        ) : (
          <text key={text} y={baselinePx} fontSize={sizePx} fill={palette.inkSoft}>
            {text}
          </text>
        ),
      )}
    </g>
  )
}
