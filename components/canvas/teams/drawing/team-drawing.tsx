import type { MapDetail } from '@/lib/board/shapes/detail'
import { LABEL_COLOR } from '@/lib/teams/team-types'
import type { Size } from '@/lib/geometry/size'
import { FONT_STACK } from '../../shapes/font-faces'
import { OutlineDrawing } from './outline-drawing'
import type { TeamFacts } from '../team-facts'
import { placedLabel } from './team-label'
import styles from '../teams.module.css'

/** A team, drawn alike on the page and in exported pictures. */
export function TeamDrawing(props: {
  readonly facts: TeamFacts
  readonly size: Size
  readonly detail: MapDetail
  readonly strong: boolean
  /** The page around it is dark. */
  readonly isOnDark: boolean
  /** The name is being typed and shown by a field. */
  readonly unnamed?: boolean
  /** A press on the number of initiatives opens their list. */
  readonly isPressable?: boolean
}): React.ReactNode {
  const { facts, size, detail, strong, isOnDark, unnamed = false, isPressable = false } = props
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <OutlineDrawing
        kind={facts.type.id}
        size={size}
        paint={facts.type.paint}
        strong={strong}
        isOnDark={isOnDark}
      />
      {unnamed ? null : <Label facts={facts} size={size} detail={detail} isPressable={isPressable} />}
    </g>
  )
}

interface LabelProps {
  readonly facts: TeamFacts
  readonly size: Size
  readonly detail: MapDetail
  readonly isPressable: boolean
}

function Label({ facts, size, detail, isPressable }: LabelProps): React.ReactNode {
  const { isTurned, lines, chip } = placedLabel(facts, size, detail)
  return (
    <g transform={isTurned ? `translate(0 ${size.h}) rotate(-90)` : undefined}>
      {chip ? (
        <rect
          {...{ x: chip.x, y: chip.y, width: chip.w, height: chip.h, rx: chip.h / 2 }}
          fill="#ffffff"
          fillOpacity={0.6}
          stroke={LABEL_COLOR}
          strokeOpacity={0.55}
          className={isPressable ? styles.chip : undefined}
          data-chip
        />
      ) : null}
      {lines.map(({ text, x, y, sizePx, weight }) => (
        <text
          key={`${y} ${text}`}
          x={x}
          y={y}
          fontSize={sizePx}
          fontWeight={weight}
          textAnchor="middle"
          fill={LABEL_COLOR}
          fillOpacity={facts.name === '' && weight === 600 ? 0.65 : 1}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

/** What the name of a team is painted with, board px; 0 where it is not. */
export function nameLettersPx(facts: TeamFacts, size: Size, detail: MapDetail): number {
  return placedLabel(facts, size, detail).lines[0]?.sizePx ?? 0
}
