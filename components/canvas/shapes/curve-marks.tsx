import type { Curve } from '@/lib/curves/curve'
import type { Box } from '@/lib/templates/template'
import { marksOf } from '@/lib/curves/marks'
import { LABEL_LINE_PX, placeBriefMarkLabels, placeMarkLabels, shareRoom } from '@/lib/curves/mark-labels'
import { measureIn } from './measure-text'
import type { Palette } from './palette'

/** The ticks of a curve on its line, with their words where there is room. */
export function CurveMarks(props: {
  readonly curve: Curve
  readonly inner: Box
  readonly palette: Palette
  readonly color: string
  readonly labelled: boolean
  readonly lettersPx: number
  /** Fewer words, for letters that are read from further away. */
  readonly isBrief?: boolean
  /** What stands on the plot, in px of its inner box: words that would be seen by half are left out. */
  readonly cards?: readonly Box[]
}): React.ReactNode {
  const { curve, inner, palette, color, labelled, lettersPx, isBrief = false, cards = [] } = props
  const ticks = marksOf(curve).map(({ x }) => ({ x: x * inner.w, y: (1 - curve.y(x)) * inner.h }))
  const place = isBrief ? placeBriefMarkLabels : placeMarkLabels
  const words = labelled ? place(curve, inner, measureIn({ sizePx: lettersPx, weight: 400 })) : []
  const seen = words.filter(({ room }) => !cards.some((card) => shareRoom(card, room)))
  return (
    <>
      {ticks.map((tick) => (
        <path
          key={tick.x}
          d={`M${tick.x} ${tick.y - 7}V${tick.y + 7}`}
          stroke={color}
          strokeWidth={1.5}
          strokeLinecap="round"
        />
      ))}
      {seen.map(({ label, lines, tick, text }) => (
        <g key={label} data-mark={label}>
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
        </g>
      ))}
    </>
  )
}
