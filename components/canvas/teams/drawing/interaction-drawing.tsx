import type { MapDetail } from '@/lib/board/shapes/detail'
import { wayOut } from '@/lib/geometry/convex'
import type { Point } from '@/lib/geometry/point'
import { roundPx } from '@/lib/round-px'
import { ASTERISK_PX } from '@/lib/teams/asterisks'
import { outlineOf } from '@/lib/teams/outline'
import { LABEL_COLOR } from '@/lib/teams/team-types'
import type { Size } from '@/lib/geometry/size'
import { FONT_STACK } from '../../shapes/font-faces'
import type { Palette } from '../../shapes/palette'
import type { InteractionFacts } from '../interaction-facts'
import { layName, layRemarks, LINE, type LaidRemarks } from './interaction-words'
import { OutlineDrawing } from './outline-drawing'
import { paintedColor } from './painted-color'

/** Three strokes through one point; as large as it can be read from where a map is seen whole. */
const ASTERISK = [0, 1, 2]
  .map((stroke) => {
    const angle = Math.PI / 2 + (stroke * Math.PI) / 3
    const [x, y] = [ASTERISK_PX * Math.cos(angle), ASTERISK_PX * Math.sin(angle)]
    return `M${roundPx(-x)} ${roundPx(-y)}L${roundPx(x)} ${roundPx(y)}`
  })
  .join('')

interface InteractionDrawingProps {
  readonly facts: InteractionFacts
  readonly size: Size
  readonly rotation: number
  readonly detail: MapDetail
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
      {detail === 'block' ? null : <Asterisks {...props} />}
    </g>
  )
}

/** On the teams that take part, where others lie under the interaction too. They stand upright however it is turned. */
function Asterisks({ facts, rotation }: InteractionDrawingProps): React.ReactNode {
  return facts.asterisks.map(({ x, y }) => (
    <path
      key={`${x} ${y}`}
      d={ASTERISK}
      transform={`translate(${x} ${y}) rotate(${(-rotation * 180) / Math.PI})`}
      fill="none"
      stroke="#000000"
      strokeWidth={3}
      strokeLinecap="round"
      data-asterisk
    />
  ))
}

/** What it is called, where it is near enough, and the remarks on it. */
function Words(props: InteractionDrawingProps): React.ReactNode {
  const { facts, size, rotation, isOnDark, palette } = props
  const name = layName(props)
  const remarks = layRemarks(props)
  const centre = { x: size.w / 2, y: size.h / 2 }
  const upright = (-rotation * 180) / Math.PI
  return (
    <>
      {name ? (
        <text
          transform={`rotate(${upright} ${name.at.x} ${name.at.y})`}
          x={name.at.x}
          y={name.at.y + name.h / 2}
          fontSize={name.letters}
          fontWeight={500}
          textAnchor="middle"
          fill={name.at.isInside ? LABEL_COLOR : palette.ink}
          // What is under it, a team's edge or a tie, does not cross the letters.
          stroke={name.at.isInside ? paintedColor(facts.mode.paint, isOnDark) : palette.paper}
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {name.words}
        </text>
      ) : null}
      {remarks ? (
        <g transform={`rotate(${upright} ${centre.x} ${centre.y})`}>
          <Remarks remarks={remarks} centre={centre} palette={palette} />
        </g>
      ) : null}
    </>
  )
}

function Remarks({
  remarks: { lines, letters, box },
  centre,
  palette,
}: {
  readonly remarks: LaidRemarks
  readonly centre: Point
  readonly palette: Palette
}): React.ReactNode {
  return lines.map((line, at) => (
    <text
      key={line}
      x={centre.x + box.x + box.w / 2}
      y={centre.y + box.y + letters * LINE * (at + 1)}
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
