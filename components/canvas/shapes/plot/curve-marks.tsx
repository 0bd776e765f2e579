import type { Curve } from '@/lib/curves/curve'
import { overlaps, type Box } from '@/lib/geometry/box'
import { marksOf } from '@/lib/curves/marks'
import { LABEL_LINE_PX, placeBriefMarkLabels, placeMarkLabels } from '@/lib/curves/mark-labels'
import { leaderOf } from '@/lib/curves/mark-leader'
import type { Point } from '@/lib/geometry/point'
import { measureIn } from '../measure-text'
import type { Palette } from '../palette'

const TICK_PX = 7
/** At the top of a curve a tick ends below the sentence that stands over the plot. */
const HIGHEST_TICK_PX = -2
/** So much of its size a letter reaches below its line. */
const DESCENT = 0.25

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
  /** Lines of other curves pass behind the words: none of them crosses the letters. */
  readonly isOverLines?: boolean
  /** What stands on the plot, in px of its inner box: words that would be seen by half are left out. */
  readonly cards?: readonly Box[]
}): React.ReactNode {
  const { curve, inner, palette, color, labelled, lettersPx, isBrief = false, cards = [] } = props
  const halo = {
    stroke: palette.surface,
    strokeWidth: 4,
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
  } as const
  const ticks = marksOf(curve).map(({ x }) => ({ x: x * inner.w, y: (1 - curve.y(x)) * inner.h }))
  const place = isBrief ? placeBriefMarkLabels : placeMarkLabels
  const words = labelled ? place(curve, inner, measureIn({ sizePx: lettersPx, weight: 400 })) : []
  const seen = words.filter(({ room }) => !isCut(room, lettersPx, cards))
  return (
    <>
      {ticks.map((tick) => (
        <path
          key={tick.x}
          d={`M${tick.x} ${Math.max(tick.y - TICK_PX, HIGHEST_TICK_PX)}V${tick.y + TICK_PX}`}
          stroke={color}
          strokeWidth={1.5}
          strokeLinecap="round"
        />
      ))}
      {seen.map((mark) => (
        <g key={mark.label} data-mark={mark.label}>
          <Leader points={leaderOf(mark, seen)} color={palette.inkSoft} />
          {mark.lines.map((line, at) => (
            <text
              key={line}
              x={mark.text.x}
              y={mark.text.y - (mark.lines.length - 1 - at) * LABEL_LINE_PX}
              textAnchor="end"
              {...(props.isOverLines ? halo : {})}
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </>
  )
}

/** Whether a card lies on words whose last line ends with this room, or on the feet of their letters. */
function isCut(room: Box, lettersPx: number, cards: readonly Box[]): boolean {
  const letters = { ...room, h: room.h + DESCENT * lettersPx }
  return cards.some((card) => overlaps(card, letters))
}

function Leader(props: {
  readonly points: readonly Point[] | null
  readonly color: string
}): React.ReactNode {
  const { points, color } = props
  return points ? (
    <path
      d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
      fill="none"
      stroke={color}
      strokeOpacity={0.5}
      strokeDasharray="2 3"
    />
  ) : null
}
