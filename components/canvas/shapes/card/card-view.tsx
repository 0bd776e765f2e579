import { HTMLContainer, useEditor, useIsEditing, useValue, type Editor } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import { cardRoom } from '@/lib/board/shapes/card-room'
import { isWordy } from '@/lib/board/shapes/detail'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { JointedText } from '../../../board/text/jointed-text'
import { KindIcon } from '../../../board/kind-icon'
import { teamColor } from '../../../board/colors/team-color'
import { carriedByOthers, holdersOf, type Holder } from '../../people/holders'
import { clientOf } from '../../session/store-client'
import { CARD_FACE } from './card-face'
import { factsOf, type CardFacts } from './card-facts'
import { CardCurve } from './card-curve'
import { CardPin } from './card-pin'
import { CardStem } from './card-stem'
import { CardTitleEditor } from './card-title-editor'
import { growsUp, openSpan } from './open-box'
import { detailOf } from '../detail'
import { initialsOf, PAGE_PALETTE, pinColor } from '../palette'
import type { CardShape } from '../shape-types'
import { useOwnHand } from './use-own-hand'
import styles from './card.module.css'

const OPEN_W = `${CARD_FACE.openW}px`

/** A card on the page. */
export function CardView({ shape }: { readonly shape: CardShape }): React.ReactNode {
  const editor = useEditor()
  const { props, id } = shape
  const isEditing = useIsEditing(id)
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const holder = useValue('holder', () => holdersOf(clientOf(editor)).get().get(id), [editor, id])
  const own = useOwnHand(shape)
  // Until it is let go, what it said where it stood is no longer so.
  const isCarried = useValue('carried', () => carriedByOthers(clientOf(editor)).get().has(id), [editor, id])
  const stand = own.hand?.stand ?? props
  const facts = useValue('card facts', () => factsOf(editor, stand), [editor, stand])
  const { isOpen } = own
  const aside = useValue('aside', () => (isOpen ? openedAside(editor, shape) : 0), [editor, shape, isOpen])
  const { titleLines, hasRow, isLow } = cardRoom(stand.h)
  const style = {
    ...colorsOf(facts, holder),
    '--lines': titleLines,
    '--open-w': OPEN_W,
    '--aside': `${aside}px`,
    ...placeInHand(own.hand),
  }
  const isBlock = detail === 'block'
  const hasWords = isWordy(detail) && (hasRow || isOpen) && !isCarried
  // In the hand the pin is what one aims with.
  const hasPin = (stand.x !== null || own.isLifted) && !isCarried
  return (
    <HTMLContainer>
      <div
        className={styles.card}
        style={style}
        data-detail={detail}
        data-grows={growsUp(stand) ? 'up' : 'down'}
        data-lines={titleLines}
        data-low={isLow && !isOpen}
        data-pinned={stand.x !== null}
        {...statesOf(own, { isEditing, isHeld: holder !== undefined })}
      >
        <div className={styles.face}>
          <span className={styles.strip} />
          {isBlock ? null : <Title title={facts.title} edited={isEditing ? shape : null} />}
          {hasWords ? <Row facts={facts} x={stand.x} /> : null}
        </div>
        {hasPin ? <Pin {...{ stand, facts, isLifted: own.isLifted }} /> : null}
        {holder && !isBlock ? <span className={styles.hand}>{holder.name}</span> : null}
      </div>
    </HTMLContainer>
  )
}

/** How far to the left an open card begins, px: there is no room for it at the right edge of the canvas. */
function openedAside(editor: Editor, { x, props }: CardShape): number {
  return x - openSpan({ x, w: props.w }, editor.getViewportPageBounds().maxX).from
}

type OwnHand = ReturnType<typeof useOwnHand>

function colorsOf({ teamHue }: CardFacts, holder: Holder | undefined) {
  const team = { '--team': teamColor(teamHue, PAGE_PALETTE.teams) }
  return holder ? { ...team, '--hand': holder.fill, '--hand-ink': holder.ink } : team
}

function placeInHand(hand: OwnHand['hand']) {
  return hand?.shift ? { transform: hand.shift, width: hand.stand.w, height: hand.stand.h } : {}
}

/** What the style sheet is told of the hands on the card; what any of them is on lies above the others. */
function statesOf(
  { isHovered, isSelected, isLifted, isOpen }: OwnHand,
  { isEditing, isHeld }: { readonly isEditing: boolean; readonly isHeld: boolean },
) {
  return {
    'data-hovered': isHovered,
    'data-open': isOpen,
    'data-selected': isSelected,
    'data-lifted': isLifted,
    'data-editing': isEditing,
    'data-held': isHeld,
    'data-raised': isLifted || isEditing || isHovered || isSelected || isHeld,
  }
}

interface TitleProps {
  readonly title: string
  /** The card whose title is typed in at present. */
  readonly edited: CardShape | null
}

function Title({ title, edited }: TitleProps): React.ReactNode {
  return (
    <div className={styles.titleBox}>
      <p className={styles.title} data-empty={title === ''}>
        <JointedText text={titleLabel(title)} />
      </p>
      {edited ? <CardTitleEditor initiativeId={edited.props.initiativeId} shapeId={edited.id} /> : null}
    </div>
  )
}

interface PinProps {
  readonly stand: CardProps
  readonly facts: CardFacts
  readonly isLifted: boolean
}

/** The stem of a card at rest lies under all cards; in the hand it is seen whole. */
function Pin({ stand, facts, isLifted }: PinProps): React.ReactNode {
  const pin = { x: stand.pinX, y: stand.pinY }
  const color = pinColor(facts, PAGE_PALETTE)
  return (
    <svg className={styles.pin} width={stand.w} height={stand.h} aria-hidden="true">
      {isLifted ? <CardStem size={stand} pin={pin} color={color} /> : null}
      <CardPin pin={pin} palette={PAGE_PALETTE} color={color} />
    </svg>
  )
}

interface RowProps {
  readonly facts: CardFacts
  readonly x: number | null
}

function Row({ facts, x }: RowProps): React.ReactNode {
  const size = { w: CARD_FACE.glyphW, h: CARD_FACE.glyphH }
  return (
    <div className={styles.row}>
      {facts.curve ? (
        <svg className={styles.glyph} viewBox={`0 0 ${size.w} ${size.h}`} aria-hidden="true">
          <CardCurve facts={facts} curve={facts.curve} x={x} size={size} palette={PAGE_PALETTE} />
        </svg>
      ) : null}
      <span className={styles.said} data-whole={facts.curve !== null}>
        {facts.said}
      </span>
      {facts.teamType ? (
        <span className={styles.team} title={facts.team}>
          <KindIcon team={facts.teamType} />
        </span>
      ) : null}
      {facts.owner ? <span className={styles.owner}>{initialsOf(facts.owner)}</span> : null}
    </div>
  )
}
