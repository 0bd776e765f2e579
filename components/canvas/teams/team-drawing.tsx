import type { Detail } from '@/lib/board/shapes/detail'
import { LABEL_COLOR, type Size } from '@/lib/teams/team-types'
import { FONT_STACK } from '../shapes/font-faces'
import { labelLines } from './label-lines'
import { OutlineDrawing } from './outline-drawing'
import type { TeamFacts } from './team-facts'

/** A team, drawn alike on the page and in exported pictures. */
export function TeamDrawing(props: {
  readonly facts: TeamFacts
  readonly size: Size
  readonly detail: Detail
  readonly strong: boolean
  /** The page around it is dark. */
  readonly isOnDark?: boolean
  /** The name is being typed and shown by a field. */
  readonly unnamed?: boolean
}): React.ReactNode {
  const { facts, size, detail, strong, isOnDark = false, unnamed = false } = props
  const label = { ...facts, name: facts.name || 'Unnamed team' }
  const upright = labelLines(label, size, detail)
  const turned = detail === 'title' && size.h > size.w ? labelLines(label, turnedSize(size), detail) : []
  const isTurned = (turned[0]?.sizePx ?? 0) > (upright[0]?.sizePx ?? 0)
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <OutlineDrawing
        kind={facts.type.id}
        size={size}
        paint={facts.type.paint}
        strong={strong}
        isOnDark={isOnDark}
      />
      {unnamed ? null : (
        <g transform={isTurned ? `translate(0 ${size.h}) rotate(-90)` : undefined}>
          {(isTurned ? turned : upright).map(({ text, y, sizePx, weight }) => (
            <text
              key={`${y} ${text}`}
              x={(isTurned ? size.h : size.w) / 2}
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
      )}
    </g>
  )
}

/** In a tall shape seen from afar a name lies on its side, where it can be larger. */
function turnedSize({ w, h }: Size): Size {
  return { w: h, h: w }
}
