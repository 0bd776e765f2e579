import type { Detail } from '@/lib/board/shapes/detail'
import { LABEL_COLOR, type Size } from '@/lib/teams/team-types'
import { FONT_STACK } from '../shapes/font-faces'
import type { Palette } from '../shapes/palette'
import type { InteractionFacts } from './interaction-facts'
import { OutlineDrawing } from './outline-drawing'

const LABELS = {
  collaboration: { words: 'Collaboration', at: 0.5, full: 14, large: 18 },
  'x-as-a-service': { words: 'XaaS', at: 0.66, full: 14, large: 17 },
  facilitating: { words: 'Facilitating', at: 0.5, full: 14, large: 16 },
} as const
/** Letters of the remarks, px. */
const REMARKS = { full: 12, large: 17, title: 22, block: 0 } as const

/** An interaction, drawn alike on the page and in exported pictures. Its words stand upright however it is turned. */
export function InteractionDrawing(props: {
  readonly facts: InteractionFacts
  readonly size: Size
  readonly rotation: number
  readonly detail: Detail
  readonly strong: boolean
  /** The page around it is dark. */
  readonly isOnDark?: boolean
  readonly palette: Palette
}): React.ReactNode {
  const { facts, size, rotation, detail, strong, isOnDark = false, palette } = props
  const { mode, ties, stretched, warnings } = facts
  const label = LABELS[mode.id]
  const letters = label[detail === 'large' ? 'large' : 'full']
  const remark = REMARKS[detail]
  const centre = { x: size.w / 2, y: size.h / 2 }
  const upright = (-rotation * 180) / Math.PI
  const wordsAt = { x: size.w / 2, y: size.h * label.at }
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      {ties.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          d={`M${centre.x} ${centre.y}L${x} ${y}`}
          fill="none"
          stroke={stretched ? palette.attention : mode.paint.line}
          strokeWidth={1.5}
          strokeDasharray="2 5"
          strokeLinecap="round"
        />
      ))}
      <OutlineDrawing kind={mode.id} size={size} paint={mode.paint} strong={strong} isOnDark={isOnDark} />
      {detail === 'block' || detail === 'title' ? null : (
        <g transform={`rotate(${upright} ${wordsAt.x} ${wordsAt.y})`}>
          <text
            x={wordsAt.x}
            y={wordsAt.y + letters * 0.35}
            fontSize={letters}
            fontWeight={500}
            textAnchor="middle"
            fill={LABEL_COLOR}
            // On the paper of a dark page the half of the fill that shines through is dark.
            stroke={mode.paint.fill}
            strokeWidth={4}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {label.words}
          </text>
        </g>
      )}
      {detail === 'block' ? null : (
        <g transform={`rotate(${upright} ${centre.x} ${centre.y})`}>
          {warnings.map((words, at) => (
            <text
              key={words}
              x={centre.x}
              y={centre.y + Math.max(size.w, size.h) / 2 + remark * (at + 1.3)}
              fontSize={remark}
              fontWeight={500}
              textAnchor="middle"
              fill={palette.attention}
              stroke={palette.paper}
              strokeWidth={4}
              paintOrder="stroke"
            >
              {words}
            </text>
          ))}
        </g>
      )}
    </g>
  )
}
