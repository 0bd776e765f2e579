import { CURVES } from '@/lib/curves/catalogue'
import type { Curve } from '@/lib/curves/curve'
import { toSvgPath } from '@/lib/curves/svg-path'
import { PAPER_AIR_PX } from '@/lib/templates/template'
import { overlaps, type Box } from '@/lib/geometry/box'
import { BankedStrip } from './banked-strip'
import { CurveMarks } from './curve-marks'
import { FONT_STACK } from '../font-faces'
import { hatchPath } from './hatch-path'
import { measureIn } from '../measure-text'
import type { Palette } from '../palette'
import type { PlotFacts } from './plot-facts'
import { ellipsize, fitClauses } from '@/lib/text/wrap-text'
import { isWordy, type Detail } from '@/lib/board/shapes/detail'

interface DrawingProps extends PlotFacts {
  readonly palette: Palette
  readonly detail: Detail
  /** Whether the words of the marks are shown. */
  readonly labelled: boolean
  /** What stands on the plot, in px of its inner box. */
  readonly cards?: readonly Box[]
  /** How far the plot answers a dragged card: not at all, its line is lit, or it would take the card. */
  readonly lit: 'none' | 'line' | 'taking'
}

const NAME_SIZE_PX = 16
const SMALL_SIZE_PX = 12
/** The name alone, to be read from afar: so large where the longest fits, the last in any case. */
const FAR_NAMES_PX = { title: [36, 33, 28, 26], block: [36, 33, 28, 26] } as const
/** How far a name stands over the plot: apart from ticks at the top of a curve, or, without them, from the paper's edge. */
const FAR_NAME_RISE_PX = 12
/** Name and meaning where both can be read; from a little further off in larger letters. */
const HEADING = {
  full: { name: NAME_SIZE_PX, nameRise: 28, meaning: SMALL_SIZE_PX, meaningRise: 10, gap: 8 },
  large: { name: 20, nameRise: 29, meaning: 16, meaningRise: 8, gap: 9 },
} as const
const LETTER_GAP_PX = 10
const LARGE_SIZE_PX = 17
const HATCH_GAP_PX = 9
const NOTHING_MORE = 'nothing more to gain here'
const EDGE_PX = 16
/** So far over its axis the word of effort stands. */
const EFFORT_RISE_PX = 8

/** A curve on its paper, drawn alike on the page and in exported pictures. */
export function CurvePlotDrawing(props: DrawingProps): React.ReactNode {
  const { curve, size, inner, palette, detail, lit } = props
  const hasWords = isWordy(detail)
  const letters = detail === 'full' ? SMALL_SIZE_PX : LARGE_SIZE_PX
  return (
    <g fontFamily={FONT_STACK} fontSize={letters} fill={palette.inkSoft} stroke="none">
      <rect
        x={0.5}
        y={0.5 - PAPER_AIR_PX}
        width={size.w - 1}
        height={size.h - 1 + 2 * PAPER_AIR_PX}
        rx={10}
        fill={palette.surface}
        stroke={lit === 'taking' ? palette.accent : palette.line}
      />
      {curve ? <Heading {...props} curve={curve} /> : null}
      <g transform={`translate(${inner.x} ${inner.y})`}>
        {curve && hasWords ? <DeadZone {...props} curve={curve} lettersPx={letters} /> : null}
        <path d={`M0 0V${inner.h}H${inner.w}`} fill="none" stroke={palette.inkSoft} strokeOpacity={0.55} />
        {hasWords ? <AxisWords {...props} lettersPx={letters} /> : null}
        {curve ? <Line {...props} curve={curve} /> : null}
        {curve && hasWords ? (
          <BankedStrip curve={curve} inner={inner} palette={palette} detail={detail} />
        ) : null}
      </g>
    </g>
  )
}

function Heading({ curve, inner, size, palette, detail }: DrawingProps & { curve: Curve }): React.ReactNode {
  const room = size.w - inner.x - EDGE_PX
  if (!isWordy(detail)) {
    const { name, sizePx } = farName(curve.name, room, detail)
    return (
      <text x={inner.x} y={inner.y - FAR_NAME_RISE_PX} fontSize={sizePx} fontWeight={600} fill={palette.ink}>
        <tspan fill={palette.accent}>{curve.letter}</tspan>
        <tspan dx={LETTER_GAP_PX}>{name}</tspan>
      </text>
    )
  }
  const { name, nameRise, meaning, meaningRise, gap } = HEADING[detail]
  return (
    <>
      <text x={inner.x} y={inner.y - nameRise} fontSize={name} fontWeight={600} fill={palette.ink}>
        <tspan fill={palette.accent}>{curve.letter}</tspan>
        <tspan dx={gap}>{curve.name}</tspan>
      </text>
      <text x={inner.x} y={inner.y - meaningRise} fontSize={meaning}>
        {fitClauses(curve.meaning, room, measureIn({ sizePx: meaning, weight: 400 }))}
      </text>
    </>
  )
}

/** The largest letters in which every curve's whole name stands beside its letter: plots side by side look alike. */
function farName(
  name: string,
  room: number,
  detail: keyof typeof FAR_NAMES_PX,
): { name: string; sizePx: number } {
  const sizes: readonly number[] = FAR_NAMES_PX[detail]
  const fits = (sizePx: number): boolean => {
    const measure = measureIn({ sizePx, weight: 600 })
    return CURVES.every((curve) => measure(curve.name) <= room - sizePx - LETTER_GAP_PX)
  }
  const sizePx = sizes.find(fits) ?? FAR_NAMES_PX.block[3]
  const measure = measureIn({ sizePx, weight: 600 })
  return { name: ellipsize(name, room - sizePx - LETTER_GAP_PX, measure), sizePx }
}

function AxisWords({
  inner,
  detail,
  cards = [],
  lettersPx,
}: DrawingProps & { lettersPx: number }): React.ReactNode {
  const effort = detail === 'full' ? 'effort / time' : 'effort'
  const bottom = inner.h - EFFORT_RISE_PX
  const w = measureIn({ sizePx: lettersPx, weight: 400 })(effort)
  const room = { x: inner.w - w, y: bottom - lettersPx, w, h: 1.3 * lettersPx }
  return (
    <>
      <text transform="rotate(-90)" x={0} y={-10} textAnchor="end">
        value
      </text>
      {cards.some((card) => overlaps(card, room)) ? null : (
        <text x={inner.w} y={bottom} textAnchor="end">
          {effort}
        </text>
      )}
    </>
  )
}

function Line({
  curve,
  inner,
  palette,
  detail,
  labelled,
  cards = [],
  lit,
}: DrawingProps & { curve: Curve }): React.ReactNode {
  const hasWords = isWordy(detail)
  const color = lit === 'none' ? palette.ink : palette.accent
  return (
    <>
      {lit === 'none' ? null : (
        <path
          d={toSvgPath(curve, inner)}
          fill="none"
          stroke={palette.accent}
          strokeOpacity={lit === 'taking' ? 0.3 : 0.12}
          strokeWidth={34}
          strokeLinecap="round"
        />
      )}
      <path
        d={toSvgPath(curve, inner)}
        fill="none"
        stroke={color}
        strokeWidth={4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {hasWords ? (
        <CurveMarks
          {...{ curve, inner, palette, color, labelled, cards }}
          lettersPx={detail === 'full' ? SMALL_SIZE_PX : LARGE_SIZE_PX}
          isBrief={detail !== 'full'}
        />
      ) : null}
    </>
  )
}

/** Where a curve has given all it has almost at once, the rest is hatched: work there brings nothing. */
function DeadZone({
  curve,
  inner,
  palette,
  cards = [],
  lettersPx,
}: DrawingProps & { curve: Curve; lettersPx: number }): React.ReactNode {
  const from = curve.markers.diminishing
  if (from === null || from > 0.5 || curve.y(1) - curve.y(from) > 0.02) return null
  const box = {
    x: from * inner.w,
    y: (1 - curve.y(1)) * inner.h,
    w: (1 - from) * inner.w,
    h: curve.y(1) * inner.h,
  }
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  const w = measureIn({ sizePx: lettersPx, weight: 400 })(NOTHING_MORE)
  const room = { x: middle.x - w / 2, y: middle.y - lettersPx, w, h: 1.3 * lettersPx }
  return (
    <>
      <path d={hatchPath(box, HATCH_GAP_PX)} stroke={palette.line} fill="none" />
      {cards.some((card) => overlaps(card, room)) ? null : (
        <text
          x={middle.x}
          y={middle.y}
          textAnchor="middle"
          stroke={palette.surface}
          strokeWidth={6}
          paintOrder="stroke"
        >
          {NOTHING_MORE}
        </text>
      )}
    </>
  )
}
