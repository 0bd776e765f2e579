import type { CardProps } from '@/lib/board/shapes/card'
import { cardRoom } from '@/lib/board/shapes/card-room'
import { KindIcon } from '../../../board/kind-icon'
import { teamColor } from '../../../board/colors/team-color'
import { CARD_FACE, radiusOf } from './card-face'
import type { CardFacts } from './card-facts'
import { cardRow } from './card-row'
import { CardCurve } from './card-curve'
import { CardPin } from './card-pin'
import { FONT_STACK } from '../font-faces'
import { measureIn } from '../measure-text'
import { initialsOf, pinColor, type Palette } from '../palette'
import { wrapText } from '@/lib/text/wrap-text'

const { paddingLeft, paddingRight, lowPaddingLeft, lowPaddingRight } = CARD_FACE
const { titleTop, titleSize, lowTitleSize, titleLine, rowCenter, rowSize } = CARD_FACE
/** The row reaches a little over the title on either side, as on the page. */
const ROW_OVER_PX = { left: 2, right: 3 }
const ROW_SPACING_EM = -0.02
const GAP_PX = 4
const BADGE_PX = 20

/** A card in an exported picture, laid out by the numbers the page uses. */
export function CardPicture(all: {
  readonly props: CardProps
  readonly facts: CardFacts
  readonly palette: Palette
}): React.ReactElement {
  const { props, facts, palette } = all
  const { titleLines, hasRow, isLow } = cardRoom(props.h)
  const top = hasRow ? titleTop : (props.h - titleLines * titleLine) / 2
  const sizePx = isLow ? lowTitleSize : titleSize
  const [left, right] = isLow ? [lowPaddingLeft, lowPaddingRight] : [paddingLeft, paddingRight]
  const title = wrapText(
    facts.title,
    { widthPx: props.w - left - right, lines: titleLines },
    measureIn({ sizePx, weight: 500 }),
  )
  return (
    <g fontFamily={FONT_STACK} stroke="none">
      <rect
        x={0.5}
        y={0.5}
        width={props.w - 1}
        height={props.h - 1}
        rx={radiusOf(props.h)}
        fill={palette.card}
        stroke={palette.line}
      />
      <path d={stripPath(props.h)} fill={teamColor(facts.teamHue, palette.teams)} />
      {title.map((line, at) => (
        <text
          key={at}
          x={left}
          y={top + sizePx + (isLow ? 2 : 0) + at * titleLine}
          fontSize={sizePx}
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
  const left = paddingLeft - ROW_OVER_PX.left
  const right = props.w - paddingRight + ROW_OVER_PX.right
  const from = left + (facts.curve ? CARD_FACE.glyphW + GAP_PX : 0)
  const { words, hasTeam, hasOwner } = cardRow(
    {
      said: facts.said,
      isReading: facts.curve !== null,
      widthPx: right - from,
      teamPx: facts.teamType && BADGE_PX,
      ownerPx: initials ? CARD_FACE.markSize : null,
    },
    measureRow,
  )
  const to = right - (hasOwner ? CARD_FACE.markSize + GAP_PX : 0)
  return (
    <>
      {facts.curve ? (
        <g transform={`translate(${left} ${rowCenter - CARD_FACE.glyphH / 2})`}>
          <CardCurve
            facts={facts}
            curve={facts.curve}
            x={props.x}
            size={{ w: CARD_FACE.glyphW, h: CARD_FACE.glyphH }}
            palette={palette}
          />
        </g>
      ) : null}
      <text
        x={from}
        y={rowCenter + 4}
        fontSize={rowSize}
        letterSpacing={`${ROW_SPACING_EM}em`}
        fill={palette.inkSoft}
      >
        {words}
      </text>
      {facts.teamType && hasTeam ? (
        <g transform={`translate(${to - BADGE_PX} ${rowCenter - 8})`}>
          <KindIcon team={facts.teamType} />
        </g>
      ) : null}
      {hasOwner ? <OwnerMark initials={initials} right={right} palette={palette} /> : null}
    </>
  )
}

function OwnerMark(props: { initials: string; right: number; palette: Palette }): React.ReactNode {
  const { initials, right, palette } = props
  const r = CARD_FACE.markSize / 2
  return (
    <>
      <circle cx={right - r} cy={rowCenter} r={r} fill={palette.paper} />
      <text
        x={right - r}
        y={rowCenter + 3.5}
        fontSize={10}
        fontWeight={600}
        textAnchor="middle"
        fill={palette.inkSoft}
      >
        {initials}
      </text>
    </>
  )
}

function measureRow(text: string): number {
  return measureIn({ sizePx: rowSize, weight: 400 })(text) + text.length * ROW_SPACING_EM * rowSize
}

/** The strip along the left edge, rounded as the card is. */
function stripPath(h: number): string {
  const { strip } = CARD_FACE
  const radius = radiusOf(h)
  const inset = radius - Math.sqrt(radius ** 2 - (radius - strip) ** 2)
  return `M${strip} ${inset}V${h - inset}A${radius} ${radius} 0 0 1 0 ${h - radius}V${radius}A${radius} ${radius} 0 0 1 ${strip} ${inset}Z`
}
