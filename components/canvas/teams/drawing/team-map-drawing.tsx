import type { MapDetail } from '@/lib/board/shapes/detail'
import { flowArrowPath } from '@/lib/teams/outline'
import type { TeamMapPart } from '@/lib/templates/template'
import { measureIn } from '../../shapes/measure-text'
import type { Palette } from '../../shapes/palette'
import { wrapText } from '@/lib/text/wrap-text'

const LETTERS = {
  full: { words: 14, small: 12 },
  large: { words: 22, small: 18 },
  far: { words: 24, small: 20 },
  title: { words: 30, small: 0 },
  block: { words: 0, small: 0 },
} as const

/** What belongs to a map of teams itself: the flow of change, the customers, how it is meant and whose shapes these are. */
export function TeamMapDrawing(props: {
  readonly map: TeamMapPart
  readonly palette: Palette
  readonly detail: MapDetail
}): React.ReactNode {
  const { map, palette, detail } = props
  const { words, small } = LETTERS[detail]
  const { flow, customers, footer } = map
  return (
    <>
      <path
        d={flowArrowPath(flow)}
        fill="none"
        stroke={palette.flow}
        strokeWidth={2}
        strokeDasharray="8 6"
        strokeLinejoin="round"
      />
      <rect
        x={customers.x}
        y={customers.y}
        width={customers.w}
        height={customers.h}
        rx={10}
        fill={palette.surface}
        stroke={palette.line}
      />
      {words > 0 ? (
        <g fontSize={words} fontWeight={500} fill={palette.inkSoft} textAnchor="middle">
          <text x={flow.x + flow.w / 2} y={flow.y + flow.h / 2 + words * 0.35}>
            Flow of change
          </text>
          <text x={customers.x + customers.w / 2} y={customers.y + 36}>
            Customers
          </text>
        </g>
      ) : null}
      {small > 0 ? (
        <g fontSize={small} fill={palette.inkSoft}>
          <text x={footer.x} y={footer.y + 14} fontWeight={500}>
            {map.note}
          </text>
          {wrapText(
            map.attribution,
            { widthPx: footer.w, lines: 1 },
            measureIn({ sizePx: small, weight: 400 }),
          ).map((line) => (
            <text key={line} x={footer.x} y={footer.y + 36}>
              {line}
            </text>
          ))}
        </g>
      ) : null}
    </>
  )
}
