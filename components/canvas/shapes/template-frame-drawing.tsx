import type { Template } from '@/lib/templates/template'
import { TeamMapDrawing } from '../teams/team-map-drawing'
import type { Detail } from './detail'
import { FONT_STACK } from './font-faces'
import { measureIn } from './measure-text'
import type { Palette } from './palette'
import { wrapText } from './wrap-text'

const LETTERS = {
  full: { name: 28, prompt: 16, promptAt: 56 },
  large: { name: 36, prompt: 22, promptAt: 70 },
  title: { name: 52, prompt: 0, promptAt: 0 },
  block: { name: 52, prompt: 0, promptAt: 0 },
} as const

/** The paper a template stands on, drawn alike on the page and in exported pictures. */
export function TemplateFrameDrawing(props: {
  readonly size: { readonly w: number; readonly h: number }
  readonly template: Template | null
  readonly palette: Palette
  readonly detail: Detail
}): React.ReactNode {
  const { size, template, palette, detail } = props
  const letters = LETTERS[detail]
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
      />
      {template ? (
        <g transform={`translate(${template.heading.x} ${template.heading.y})`}>
          <text
            y={letters.name}
            fontSize={letters.name}
            fontWeight={600}
            letterSpacing="-0.015em"
            fill={palette.ink}
          >
            {template.name}
          </text>
          {letters.prompt > 0
            ? wrapText(
                template.prompt,
                { widthPx: template.heading.w, lines: 1 },
                measureIn({ sizePx: letters.prompt, weight: 400 }),
              ).map((line) => (
                <text key={line} y={letters.promptAt} fontSize={letters.prompt} fill={palette.inkSoft}>
                  {line}
                </text>
              ))
            : null}
        </g>
      ) : null}
      {template?.teamMap ? <TeamMapDrawing map={template.teamMap} palette={palette} detail={detail} /> : null}
    </g>
  )
}
