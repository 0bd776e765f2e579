import { findCurve } from '@/lib/curves/catalogue'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import type { Detail } from '@/lib/board/shapes/detail'
import type { TemplatePlot } from '@/lib/templates/template'
import { LetterBadge } from '../letter-badge'
import { measureIn } from '../../measure-text'
import type { Palette } from '../../palette'
import { wrapText } from '@/lib/text/wrap-text'

const PADDING_PX = 16
const NAME = {
  full: { size: 16, line: 21, badge: 12 },
  large: { size: 19, line: 24, badge: 13 },
  title: { size: 24, line: 28, badge: 16 },
  block: { size: 0, line: 0, badge: 28 },
} as const
const SLOT_LETTERS = { full: 12, large: 17, title: 0, block: 0 } as const

/** The name of a curve beside the plot it shares, with the place for cards that follow it and do not say how far. */
export function CurveName(props: {
  readonly plot: TemplatePlot
  readonly palette: Palette
  readonly detail: Detail
  readonly isTaking: boolean
}): React.ReactNode {
  const { plot, palette, detail, isTaking } = props
  const curve = findCurve(plot.curveId)
  if (!curve) return null
  const rest = plot.rest ?? plot
  const { size, line, badge } = NAME[detail]
  const from = PADDING_PX + 2 * badge + 10
  const width = rest.x - plot.x - from
  const words =
    size > 0
      ? wrapText(curve.name, { widthPx: width, lines: 3 }, measureIn({ sizePx: size, weight: 600 }))
      : []
  const top = plot.h / 2 - ((words.length - 1) * line) / 2
  return (
    <g transform={`translate(${plot.x} ${plot.y})`}>
      <rect
        x={0.5}
        y={0.5}
        width={plot.w - 1}
        height={plot.h - 1}
        rx={10}
        fill={palette.surface}
        stroke={isTaking ? palette.accent : palette.line}
      />
      <LetterBadge
        letter={curve.letter}
        at={{ x: PADDING_PX + badge, y: plot.h / 2 }}
        radiusPx={badge}
        palette={palette}
      />
      {words.map((word, at) => (
        <text
          key={word}
          x={from}
          y={top + at * line + size * 0.35}
          fontSize={size}
          fontWeight={600}
          fill={palette.ink}
        >
          {word}
        </text>
      ))}
      <Slot x={rest.x - plot.x} w={rest.w} h={plot.h} palette={palette} letters={SLOT_LETTERS[detail]} />
    </g>
  )
}

function Slot(props: {
  readonly x: number
  readonly w: number
  readonly h: number
  readonly palette: Palette
  readonly letters: number
}): React.ReactNode {
  const { x, w, h, palette, letters } = props
  return (
    <>
      <rect
        x={x + (w - CARD_SIZE_PX.w) / 2}
        y={(h - CARD_SIZE_PX.h) / 2}
        width={CARD_SIZE_PX.w}
        height={CARD_SIZE_PX.h}
        rx={10}
        fill="none"
        stroke={palette.line}
        strokeWidth={1.5}
        strokeDasharray="4 5"
      />
      {letters > 0 ? (
        <text fontSize={letters} textAnchor="middle" fill={palette.inkSoft}>
          <tspan x={x + w / 2} y={h / 2 - letters * 0.3}>
            Not sure where yet?
          </tspan>
          <tspan x={x + w / 2} y={h / 2 + letters}>
            Put the card here.
          </tspan>
        </text>
      ) : null}
    </>
  )
}
