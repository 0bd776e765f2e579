import type { Curve } from '@/lib/curves/curve'
import type { Box } from '@/lib/templates/template'
import { LABEL_LINE_PX, placeMarkLabels } from '@/lib/curves/mark-labels'
import { measureIn } from './measure-text'
import type { Palette } from './palette'

const LETTERS_PX = 12

/** The ticks of a curve on its line, with their words where there is room. */
export function CurveMarks(props: {
  readonly curve: Curve
  readonly inner: Box
  readonly palette: Palette
  readonly color: string
  readonly labelled: boolean
}): React.ReactNode {
  const { curve, inner, palette, color, labelled } = props
  const marks = placeMarkLabels(curve, inner, measureIn({ sizePx: LETTERS_PX, weight: 400 }))
  return marks.map(({ label, lines, tick, text }) => (
    <g key={label}>
      <path
        d={`M${tick.x} ${tick.y - 7}V${tick.y + 7}`}
        stroke={color}
        strokeWidth={1.5}
        strokeLinecap="round"
      />
      {labelled ? (
        <>
          {tick.y - text.y > 22 ? (
            <path
              d={`M${tick.x} ${tick.y - 9}L${Math.min(text.x, tick.x)} ${text.y + 5}`}
              stroke={palette.inkSoft}
              strokeOpacity={0.5}
              strokeDasharray="2 3"
            />
          ) : null}
          {lines.map((line, at) => (
            <text key={line} x={text.x} y={text.y - (lines.length - 1 - at) * LABEL_LINE_PX} textAnchor="end">
              {line}
            </text>
          ))}
        </>
      ) : null}
    </g>
  ))
}
