import type { Template } from '@/lib/templates/template'
import type { Detail } from './detail'
import { FONT_STACK } from './font-faces'
import { measureIn } from './measure-text'
import type { Palette } from './palette'
import { wrapText } from './wrap-text'

const NAME = { full: { size: 28, line: 36 }, title: { size: 52, line: 60 }, block: { size: 52, line: 60 } }
const PROMPT_SIZE_PX = 16

/** The paper a template stands on, drawn alike on the page and in exported pictures. */
export function TemplateFrameDrawing(props: {
  readonly size: { readonly w: number; readonly h: number }
  readonly template: Template | null
  readonly palette: Palette
  readonly detail: Detail
}): React.ReactNode {
  const { size, template, palette, detail } = props
  const name = NAME[detail]
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
            y={name.size}
            fontSize={name.size}
            fontWeight={600}
            letterSpacing="-0.015em"
            fill={palette.ink}
          >
            {template.name}
          </text>
          {detail === 'full'
            ? wrapText(
                template.prompt,
                { widthPx: template.heading.w, lines: 1 },
                measureIn({ sizePx: PROMPT_SIZE_PX, weight: 400 }),
              ).map((line) => (
                <text key={line} y={name.line + 20} fontSize={PROMPT_SIZE_PX} fill={palette.inkSoft}>
                  {line}
                </text>
              ))
            : null}
        </g>
      ) : null}
    </g>
  )
}
