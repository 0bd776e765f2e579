import { findCurve } from '@/lib/curves/catalogue'
import type { Curve } from '@/lib/curves/curve'
import { toSvgPath } from '@/lib/curves/svg-path'
import type { OverlayPart, Template } from '@/lib/templates/template'
import type { Box } from '@/lib/geometry/box'
import type { Detail } from '@/lib/board/shapes/detail'
import { BankedStrip } from './banked-strip'
import { CurveMarks } from './curve-marks'
import { CurveName } from './names/curve-name'
import { LetterBadge } from './letter-badge'
import { placeNames, type NamePlace } from './names/line-names'
import { NAME_LINE, nameLines, nameSize } from './names/name-lines'
import { measureIn } from '../measure-text'
import { lineColor, type Palette } from '../palette'

interface DrawingProps {
  readonly template: Template
  readonly palette: Palette
  readonly detail: Detail
  /** Whether the words of the marks are shown. */
  readonly labelled: boolean
  /** The curve one looks at: the others step back, and only this one says what it means. */
  readonly emphasised: string | null
  readonly isTaking: boolean
  /** What stands on the plot, in px of its inner box. */
  readonly cards?: readonly Box[]
}

const AXIS_LETTERS = { full: 13, large: 18, title: 0, block: 0 } as const
const BADGE_PX = { full: 13, large: 15, title: 22, block: 30 } as const
const NAME_LETTERS = { full: 14, large: 18, title: 0, block: 0 } as const
const LINE_PX = 3.5
const EMPHASISED_PX = 5
const STEPPED_BACK = 0.28

/** All curves in one plot, with their names beside it; drawn alike on the page and in exported pictures. */
export function OverlayPlotDrawing(props: DrawingProps): React.ReactNode {
  const { overlay, plots } = props.template
  if (!overlay) return null
  return (
    <>
      <SharedPlot {...props} overlay={overlay} />
      {plots.map((plot) => (
        <CurveName
          key={plot.curveId}
          plot={plot}
          palette={props.palette}
          detail={props.detail}
          isTaking={props.isTaking && props.emphasised === plot.curveId}
        />
      ))}
    </>
  )
}

function SharedPlot(props: DrawingProps & { readonly overlay: OverlayPart }): React.ReactNode {
  const { overlay, palette, detail, emphasised, isTaking } = props
  const { inner } = overlay
  const curves = props.template.plots.flatMap(({ curveId }) => findCurve(curveId) ?? [])
  const shown = curves.find(({ id }) => id === emphasised)
  const letters = AXIS_LETTERS[detail]
  return (
    <>
      <rect
        x={overlay.x + 0.5}
        y={overlay.y + 0.5}
        width={overlay.w - 1}
        height={overlay.h - 1}
        rx={10}
        fill={palette.surface}
        stroke={isTaking ? palette.accent : palette.line}
      />
      <g transform={`translate(${inner.x} ${inner.y})`} fontSize={letters} fill={palette.inkSoft}>
        <path d={`M0 0V${inner.h}H${inner.w}`} fill="none" stroke={palette.inkSoft} strokeOpacity={0.55} />
        {letters > 0 ? (
          <>
            <text transform="rotate(-90)" x={0} y={-14} textAnchor="end">
              value
            </text>
            <text x={inner.w} y={inner.h + 2.4 * letters + 14} textAnchor="end">
              effort / time
            </text>
          </>
        ) : null}
        <Lines {...props} curves={curves} shown={shown} overlay={overlay} />
        {shown && (detail === 'full' || detail === 'large') ? (
          <>
            <CurveMarks
              curve={shown}
              inner={inner}
              palette={palette}
              color={lineColor(palette, shown.letter)}
              labelled={props.labelled}
              lettersPx={letters}
              isBrief={detail !== 'full'}
              isOverLines
              cards={props.cards ?? []}
            />
            <BankedStrip curve={shown} inner={inner} palette={palette} detail={detail} />
          </>
        ) : null}
      </g>
    </>
  )
}

interface LinesProps extends DrawingProps {
  readonly curves: readonly Curve[]
  readonly shown: Curve | undefined
  readonly overlay: OverlayPart
}

/** The one that is looked at is drawn last, over the others. */
function Lines({ curves, shown, overlay, palette, detail, cards = [] }: LinesProps): React.ReactNode {
  const badges = overlay.badges()
  const letters = NAME_LETTERS[detail]
  const measure = measureIn({ sizePx: letters, weight: 500 })
  const linesOf = (name: string): readonly string[] => nameLines(name, letters, measure)
  const names =
    letters > 0
      ? placeNames(curves, {
          box: overlay.inner,
          badges,
          cards,
          badgeRadius: BADGE_PX[detail],
          sizeOf: (name) => nameSize(linesOf(name), letters, measure),
        })
      : null
  const ordered = shown ? [...curves.filter((curve) => curve !== shown), shown] : curves
  return ordered.map((curve) => {
    const badge = badges.get(curve.id)
    const place = names?.get(curve.id)
    return (
      <g key={curve.id} opacity={shown && curve !== shown ? STEPPED_BACK : 1}>
        <path
          d={toSvgPath(curve, overlay.inner)}
          fill="none"
          stroke={lineColor(palette, curve.letter)}
          strokeWidth={curve === shown ? EMPHASISED_PX : LINE_PX}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        {badge ? (
          <LetterBadge letter={curve.letter} at={badge} radiusPx={BADGE_PX[detail]} palette={palette} />
        ) : null}
        {place ? (
          <LineName
            curve={curve}
            lines={linesOf(curve.name)}
            place={place}
            letters={letters}
            palette={palette}
          />
        ) : null}
      </g>
    )
  })
}

function LineName(props: {
  readonly curve: Curve
  readonly lines: readonly string[]
  readonly place: NamePlace
  readonly letters: number
  readonly palette: Palette
}): React.ReactNode {
  const { curve, lines, place, letters, palette } = props
  return lines.map((line, at) => (
    <text
      key={line}
      x={place.x}
      y={place.y - (lines.length - 1 - at) * NAME_LINE * letters}
      textAnchor={place.anchor}
      fontSize={letters}
      fontWeight={500}
      fill={lineColor(palette, curve.letter)}
      stroke={palette.surface}
      strokeWidth={5}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {line}
    </text>
  ))
}
