import type { CardProps } from '@/lib/board/shapes/card'
import { teamColor } from '../../board/team-color'
import { KindIcon } from '../teams/kind-icon'
import { CARD_FACE, roomOf } from './card-face'
import type { CardFacts } from './card-facts'
import { CardCurve } from './card-curve'
import { CardPin } from './card-pin'
import { FONT_STACK } from './font-faces'
import { measureIn } from './measure-text'
import { initialsOf, pinColor, type Palette } from './palette'
import { ellipsize, wrapText } from '@/lib/wrap-text'

const { paddingLeft, paddingRight, titleTop, titleSize, titleLine, rowCenter, rowSize } = CARD_FACE
const GAP_PX = 5
const BADGE_PX = 20

/** A card in an exported picture, laid out by the numbers the page uses. */
export function CardPicture(all: {
  readonly props: CardProps
  readonly facts: CardFacts
  readonly palette: Palette
}): React.ReactElement {
  const { props, facts, palette } = all
  const { titleLines, hasRow } = roomOf(props.h)
  const top = hasRow ? titleTop : (props.h - titleLines * titleLine) / 2
  const title = wrapText(
    facts.title,
    { widthPx: props.w - paddingLeft - paddingRight, lines: titleLines },
    measureIn({ sizePx: titleSize, weight: 500 }),
  )
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <rect
        x={0.5}
        y={0.5}
        width={props.w - 1}
        height={props.h - 1}
        rx={CARD_FACE.radius}
        fill={palette.card}
        stroke={palette.line}
      />
      <path d={stripPath(props.h)} fill={teamColor(facts.team)} />
      {title.map((line, at) => (
        <text
          key={at}
          x={paddingLeft}
          y={top + 14 + at * titleLine}
          fontSize={titleSize}
          fontWeight={500}
          fill={palette.ink}
        >
          {line}
        </text>
      ))}
      {hasRow ? <Row props={props} facts={facts} palette={palette} /> : null}
      {props.target.startsWith('curve:') && props.x !== null ? (
        <CardPin pin={{ x: props.pinX, y: props.pinY }} palette={palette} color={pinColor(facts, palette)} />
      ) : null}
    </g>
  )
}

function Row({
  props,
  facts,
  palette,
}: {
  props: CardProps
  facts: CardFacts
  palette: Palette
}): React.ReactNode {
  const initials = facts.owner ? initialsOf(facts.owner) : ''
  const from = paddingLeft + (facts.curve ? CARD_FACE.glyphW + GAP_PX : 0)
  const to = props.w - paddingRight - (initials ? CARD_FACE.markSize + GAP_PX : 0)
  const badge = facts.teamType ? BADGE_PX + GAP_PX : 0
  const mark = { x: props.w - paddingRight - CARD_FACE.markSize / 2, r: CARD_FACE.markSize / 2 }
  return (
    <>
      {facts.curve ? (
        <g transform={`translate(${paddingLeft} ${rowCenter - CARD_FACE.glyphH / 2})`}>
          <CardCurve
            facts={facts}
            curve={facts.curve}
            x={props.x}
            size={{ w: CARD_FACE.glyphW, h: CARD_FACE.glyphH }}
            palette={palette}
          />
        </g>
      ) : null}
      <text x={from} y={rowCenter + 4} fontSize={rowSize} fill={palette.inkSoft}>
        {ellipsize(facts.said, to - badge - from, measureIn({ sizePx: rowSize, weight: 400 }))}
      </text>
      {facts.teamType ? (
        <g transform={`translate(${to - BADGE_PX} ${rowCenter - 8})`}>
          <KindIcon team={facts.teamType} />
        </g>
      ) : null}
      {initials ? (
        <>
          <circle cx={mark.x} cy={rowCenter} r={mark.r} fill={palette.paper} />
          <text
            x={mark.x}
            y={rowCenter + 3.5}
            fontSize={10}
            fontWeight={600}
            textAnchor="middle"
            fill={palette.inkSoft}
          >
            {initials}
          </text>
        </>
      ) : null}
    </>
  )
}

/** The strip along the left edge, rounded as the card is. */
function stripPath(h: number): string {
  const { radius, strip } = CARD_FACE
  const inset = radius - Math.sqrt(radius ** 2 - (radius - strip) ** 2)
  return `M${strip} ${inset}V${h - inset}A${radius} ${radius} 0 0 1 0 ${h - radius}V${radius}A${radius} ${radius} 0 0 1 ${strip} ${inset}Z`
}
