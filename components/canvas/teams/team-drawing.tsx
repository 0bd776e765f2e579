import { LABEL_COLOR, type Size } from '@/lib/teams/team-types'
import type { Detail } from '../shapes/detail'
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
  /** The name is being typed and shown by a field. */
  readonly unnamed?: boolean
}): React.ReactNode {
  const { facts, size, detail, strong, unnamed = false } = props
  const label = { ...facts, name: facts.name || 'Unnamed team' }
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <OutlineDrawing kind={facts.type.id} size={size} paint={facts.type.paint} strong={strong} />
      {unnamed
        ? null
        : labelLines(label, size, detail).map(({ text, y, sizePx, weight }) => (
            <text
              key={`${y} ${text}`}
              x={size.w / 2}
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
