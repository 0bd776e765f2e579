import type { ReactNode } from 'react'
import { TeamMapDrawing } from '../teams/team-map-drawing'
import type { Detail } from './detail'
import { FONT_STACK } from './font-faces'
import type { FrameFacts } from './frame-facts'
import { measureIn } from './measure-text'
import type { Palette } from './palette'
import { ellipsize, wrapText } from '@/lib/wrap-text'

const LETTERS = {
  full: { name: 28, prompt: 16, promptAt: 56 },
  large: { name: 36, prompt: 22, promptAt: 70 },
  title: { name: 52, prompt: 0, promptAt: 0 },
  block: { name: 52, prompt: 0, promptAt: 0 },
} as const

const MARGIN_PX = 48
const LINE_HEIGHT = 1.5

/** The paper a template stands on, drawn alike on the page and in exported pictures. */
export function TemplateFrameDrawing(props: {
  readonly size: { readonly w: number; readonly h: number }
  readonly facts: FrameFacts
  readonly palette: Palette
  readonly detail: Detail
  /** What stands on the paper besides its words. */
  readonly children?: ReactNode
}): React.ReactNode {
  const { size, facts, palette, detail, children } = props
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
      <Heading
        {...props}
        box={template?.heading ?? { x: MARGIN_PX, y: MARGIN_PX, w: size.w - 2 * MARGIN_PX }}
      />
      {template?.teamMap ? <TeamMapDrawing map={template.teamMap} palette={palette} detail={detail} /> : null}
      {children}
    </g>
  )
}

function Heading(props: {
  readonly box: { readonly x: number; readonly y: number; readonly w: number }
  readonly facts: FrameFacts
  readonly palette: Palette
  readonly detail: Detail
}): React.ReactNode {
  const { box, facts, palette } = props
  const letters = LETTERS[props.detail]
  const measure = measureIn({ sizePx: letters.prompt, weight: 400 })
  const isAloneOnItsLine = facts.lines.length === 1
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <text
        y={letters.name}
        fontSize={letters.name}
        fontWeight={600}
        letterSpacing="-0.015em"
        fill={palette.ink}
      >
        {ellipsize(facts.name, box.w, measureIn({ sizePx: letters.name, weight: 600 }))}
      </text>
      {letters.prompt > 0
        ? facts.lines
            .flatMap((line) => wrapText(line, { widthPx: box.w, lines: isAloneOnItsLine ? 1 : 2 }, measure))
            .map((line, at) => (
              <text
                key={line}
                y={letters.promptAt + at * letters.prompt * LINE_HEIGHT}
                fontSize={letters.prompt}
                fill={palette.inkSoft}
              >
                {line}
              </text>
            ))
        : null}
    </g>
  )
}
