import { boundsOf, type BoardPicture } from '@/lib/board/pictures/picture'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { findCurve } from '@/lib/curves/catalogue'
import { toSvgPath } from '@/lib/curves/svg-path'
import { flowArrowPath, outlineOf } from '@/lib/teams/outline'
import { teamTypeOf } from '@/lib/teams/team-types'
import { findTemplate } from '@/lib/templates/catalogue'
import type { Template, TemplatePlot } from '@/lib/templates/template'
import type { Box } from '@/lib/geometry/box'
import { classNames } from '../../../ui/class-names'
import styles from './board-drawing.module.css'

const MARGIN_PX = 60
/** The heading's two lines, as shares of its box. */
const LINES = [
  { w: 0.26, h: 0.28, y: 0.08 },
  { w: 0.52, h: 0.16, y: 0.54 },
]
const EMPTY = { x: 0, y: 0, w: 1600, h: 1000 }

interface BoardDrawingProps {
  readonly picture: BoardPicture
  readonly className?: string | undefined
}

/** A board in outline, in the colours of the page. Decorative: what it shows is said beside it. */
export function BoardDrawing({ picture, className }: BoardDrawingProps) {
  const bounds = boundsOf(picture)
  const { x, y, w, h } = bounds ?? EMPTY
  const box = [x - MARGIN_PX, y - MARGIN_PX, w + 2 * MARGIN_PX, h + 2 * MARGIN_PX]
  return (
    <svg className={classNames(styles.drawing, className)} viewBox={box.join(' ')} aria-hidden>
      {!bounds && <rect className={styles.blank} width={w} height={h} rx={48} />}
      {picture.templates.map((standing, at) => {
        const template = findTemplate(standing.templateId)
        return (
          template && (
            <g key={at} transform={`translate(${standing.x} ${standing.y})`}>
              <TemplateDrawing template={template} />
            </g>
          )
        )
      })}
      {picture.teams.map(({ type, ...box }, at) => (
        <path
          key={at}
          d={outlineOf(type, box).path}
          transform={`translate(${box.x} ${box.y})`}
          fill={teamTypeOf(type).paint.fill}
          stroke={teamTypeOf(type).paint.line}
          strokeWidth={1}
        />
      ))}
      {picture.notes.map((note, at) => (
        <rect key={at} className={styles.note} x={note.x} y={note.y} width={note.side} height={note.side} />
      ))}
      {picture.cards.map((card, at) => (
        <rect
          key={at}
          className={styles.card}
          x={card.x}
          y={card.y}
          width={CARD_SIZE_PX.w}
          height={CARD_SIZE_PX.h}
          rx={18}
        />
      ))}
    </svg>
  )
}

function TemplateDrawing({ template }: { readonly template: Template }) {
  const { size, heading, plots, teamMap, overlay } = template
  return (
    <>
      <rect className={styles.frame} width={size.w} height={size.h} rx={24} />
      {LINES.map((line) => (
        <rect
          key={line.y}
          className={styles.words}
          x={heading.x}
          y={heading.y + line.y * heading.h}
          width={line.w * heading.w}
          height={line.h * heading.h}
          rx={8}
        />
      ))}
      {teamMap && (
        <>
          <path className={styles.flow} d={flowArrowPath(teamMap.flow)} />
          <rect
            className={styles.plot}
            x={teamMap.customers.x}
            y={teamMap.customers.y}
            width={teamMap.customers.w}
            height={teamMap.customers.h}
            rx={16}
          />
        </>
      )}
      {overlay && (
        <>
          <rect
            className={styles.plot}
            x={overlay.x}
            y={overlay.y}
            width={overlay.w}
            height={overlay.h}
            rx={16}
          />
          <path className={styles.axes} d={axesOf(overlay.inner)} />
        </>
      )}
      {plots.map((plot) => (
        <PlotDrawing key={plot.curveId} plot={plot} isShared={overlay !== undefined} />
      ))}
    </>
  )
}

/** Where curves share a plot, the box of each is only that of its name. */
function PlotDrawing({ plot, isShared }: { readonly plot: TemplatePlot; readonly isShared: boolean }) {
  const curve = findCurve(plot.curveId)
  const { inner } = plot
  return (
    <g>
      <rect className={styles.plot} x={plot.x} y={plot.y} width={plot.w} height={plot.h} rx={16} />
      {!isShared && <path className={styles.axes} d={axesOf(inner)} />}
      {curve && (
        <path
          className={classNames(styles.curve, isShared && styles.thin)}
          d={toSvgPath(curve, inner)}
          transform={`translate(${inner.x} ${inner.y})`}
        />
      )}
    </g>
  )
}

function axesOf(inner: Box): string {
  return `M ${inner.x} ${inner.y} v ${inner.h} h ${inner.w}`
}
