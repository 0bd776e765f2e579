import type { Detail } from '@/lib/board/shapes/detail'
import { wayOut } from '@/lib/geometry/convex'
import { outlineOf } from '@/lib/teams/outline'
import { findWordsPlace } from '@/lib/teams/words-place'
import { wrapText } from '@/lib/wrap-text'
import { LABEL_COLOR } from '@/lib/teams/team-types'
import type { Size } from '@/lib/geometry/size'
import { FONT_STACK } from '../../shapes/font-faces'
import { measureIn } from '../../shapes/measure-text'
import type { Palette } from '../../shapes/palette'
import type { InteractionFacts } from '../interaction-facts'
import { OutlineDrawing } from './outline-drawing'
import { paintedColor } from './painted-color'
import { remarkPlace } from './remark-place'

const LABELS = {
  collaboration: { words: 'Collaboration', full: 14, large: 18 },
  'x-as-a-service': { words: 'XaaS', full: 14, large: 17 },
  facilitating: { words: 'Facilitating', full: 14, large: 15 },
} as const
/** Letters of the remarks, px. */
const REMARKS = { full: 12, large: 17, title: 22, block: 0 } as const
/** How wide a line of the remarks is, in letters, and how many of them a remark takes. */
const REMARK_WIDTH = 17
const REMARK_LINES = 3
/** How high capitals are, and a line, in letters. */
const CAPITALS = 0.73
const LINE = 1.3

interface InteractionDrawingProps {
  readonly facts: InteractionFacts
  readonly size: Size
  readonly rotation: number
  readonly detail: Detail
  readonly strong: boolean
  /** The page around it is dark. */
  readonly isOnDark: boolean
  readonly palette: Palette
}

/** An interaction, drawn alike on the page and in exported pictures. Its words stand upright however it is turned. */
export function InteractionDrawing(props: InteractionDrawingProps): React.ReactNode {
  const { facts, size, detail, strong, isOnDark, palette } = props
  const { mode, ties, stretched } = facts
  const centre = { x: size.w / 2, y: size.h / 2 }
  const { corners } = outlineOf(mode.id, size)
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      {ties.map((tie) => {
        const start = wayOut(corners, centre, tie)
        return (
          <path
            key={`${tie.x} ${tie.y}`}
            d={`M${start.x} ${start.y}L${tie.x} ${tie.y}`}
            fill="none"
            stroke={stretched ? palette.attention : mode.paint.line}
            strokeWidth={1.5}
            strokeDasharray="2 5"
            strokeLinecap="round"
          />
        )
      })}
      <OutlineDrawing kind={mode.id} size={size} paint={mode.paint} strong={strong} isOnDark={isOnDark} />
      {detail === 'block' ? null : <Words {...props} />}
    </g>
  )
}

/** What it is called, where it is near enough, and the remarks on it. */
function Words({
  facts,
  size,
  rotation,
  detail,
  isOnDark,
  palette,
}: InteractionDrawingProps): React.ReactNode {
  const { mode } = facts
  const { words, ...sizes } = LABELS[mode.id]
  const letters = sizes[detail === 'large' ? 'large' : 'full']
  const box = { w: measureIn({ sizePx: letters, weight: 500 })(words), h: letters * CAPITALS }
  const at = findWordsPlace(mode.id, { size, rotation, words: box })
  const isNamed = detail !== 'title'
  const remark = REMARKS[detail]
  const centre = { x: size.w / 2, y: size.h / 2 }
  const half = Math.max(size.w, size.h) / 2
  const reach = { up: half, down: half + (isNamed && !at.isInside ? letters * LINE : 0) }
  const upright = (-rotation * 180) / Math.PI
  return (
    <>
      {isNamed ? (
        <text
          transform={`rotate(${upright} ${at.x} ${at.y})`}
          x={at.x}
          y={at.y + box.h / 2}
          fontSize={letters}
          fontWeight={500}
          textAnchor="middle"
          fill={at.isInside ? LABEL_COLOR : palette.ink}
          // What is under it, a team's edge or a tie, does not cross the letters.
          stroke={at.isInside ? paintedColor(mode.paint, isOnDark) : palette.paper}
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {words}
        </text>
      ) : null}
      <g transform={`rotate(${upright} ${centre.x} ${centre.y})`}>
        <Remarks facts={facts} centre={centre} reach={reach} letters={remark} palette={palette} />
      </g>
    </>
  )
}

function Remarks(props: {
  readonly facts: InteractionFacts
  readonly centre: { readonly x: number; readonly y: number }
  readonly reach: { readonly up: number; readonly down: number }
  readonly letters: number
  readonly palette: Palette
}): React.ReactNode {
  const { facts, centre, reach, letters, palette } = props
  const measure = measureIn({ sizePx: letters, weight: 500 })
  const wrap = { widthPx: letters * REMARK_WIDTH, lines: REMARK_LINES }
  const lines = facts.warnings.flatMap((warning) => wrapText(warning, wrap, measure))
  const w = Math.max(0, ...lines.map(measure))
  const h = letters * LINE * lines.length
  const place = remarkPlace({ words: { w, h }, reach, teams: facts.teams })
  return lines.map((line, at) => (
    <text
      key={line}
      x={centre.x + place.x + w / 2}
      y={centre.y + place.y + letters * LINE * (at + 1)}
      fontSize={letters}
      fontWeight={500}
      textAnchor="middle"
      fill={palette.attention}
      stroke={palette.paper}
      strokeWidth={4}
      paintOrder="stroke"
    >
      {line}
    </text>
  ))
}
