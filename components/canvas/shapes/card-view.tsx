import { HTMLContainer, useEditor, useIsEditing, useValue, type Editor } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import { isWordy } from '@/lib/board/shapes/detail'
import { teamColor } from '../../board/team-color'
import { holdersOf } from '../people/holders'
import { isPlacing, landingsOf } from '../landing'
import { clientOf } from '../store-client'
import { KindIcon } from '../teams/kind-icon'
import { CARD_FACE, roomOf } from './card-face'
import { factsOf, type CardFacts } from './card-facts'
import { CardCurve } from './card-curve'
import { CardPin } from './card-pin'
import { CardTitleEditor } from './card-title-editor'
import { detailOf } from './detail'
import { initialsOf, PAGE_PALETTE, pinColor } from './palette'
import type { CardShape } from './shape-types'
import styles from './card.module.css'

/** A card on the page. */
export function CardView({ shape }: { readonly shape: CardShape }): React.ReactNode {
  const editor = useEditor()
  const { props, id } = shape
  const isEditing = useIsEditing(id)
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const holder = useValue('holder', () => holdersOf(clientOf(editor)).get().get(id), [editor, id])
  const { isHovered, isSelected, isLifted, isOpen, hand } = useOwnHand(shape)
  const stand = hand?.stand ?? props
  const facts = useValue('card facts', () => factsOf(editor, stand), [editor, stand])
  const { titleLines, hasRow } = roomOf(stand.h)
  const style = {
    '--team': teamColor(facts.team),
    '--lines': titleLines,
    ...(holder ? { '--hand': holder.fill, '--hand-ink': holder.ink } : {}),
    ...(hand?.shift && { transform: hand.shift, width: stand.w, height: stand.h }),
  }
  return (
    <HTMLContainer>
      <div
        className={styles.card}
        style={style}
        data-detail={detail}
        data-hovered={isHovered}
        data-open={isOpen}
        data-grows={stand.x !== null && stand.pinY >= stand.h ? 'up' : 'down'}
        data-lines={titleLines}
        data-selected={isSelected}
        data-lifted={isLifted}
        data-editing={isEditing}
        data-held={holder !== undefined}
        data-raised={isLifted || isEditing || isHovered || isSelected || holder !== undefined}
      >
        <div className={styles.face}>
          <span className={styles.strip} />
          {detail === 'block' ? null : <Title title={facts.title} edited={isEditing ? shape : null} />}
          {isWordy(detail) && (hasRow || isOpen) ? (
            <Row facts={facts} said={detail === 'full' ? facts.said : facts.saidBriefly} x={stand.x} />
          ) : null}
        </div>
        {/* In the hand the pin is what one aims with. */}
        {(stand.x === null && !isLifted) || detail === 'block' ? null : <Pin stand={stand} facts={facts} />}
        {holder && detail !== 'block' ? <span className={styles.hand}>{holder.name}</span> : null}
      </div>
    </HTMLContainer>
  )
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
        {title || 'Untitled'}
      </p>
      {edited ? <CardTitleEditor initiativeId={edited.props.initiativeId} shapeId={edited.id} /> : null}
    </div>
  )
}

interface PinProps {
  readonly stand: CardProps
  readonly facts: CardFacts
}

function Pin({ stand, facts }: PinProps): React.ReactNode {
  return (
    <svg className={styles.pin} width={stand.w} height={stand.h} aria-hidden="true">
      <CardPin
        size={stand}
        pin={{ x: stand.pinX, y: stand.pinY }}
        palette={PAGE_PALETTE}
        color={pinColor(facts, PAGE_PALETTE)}
      />
    </svg>
  )
}

/** What my own hand does with a card. */
function useOwnHand(shape: CardShape) {
  const editor = useEditor()
  const { id } = shape
  const isHovered = useValue('hovered', () => editor.getHoveredShapeId() === id, [editor, id])
  const isSelected = useValue('selected', () => editor.getSelectedShapeIds().includes(id), [editor, id])
  const isAlone = useValue('alone', () => editor.getOnlySelectedShapeId() === id, [editor, id])
  const isMoving = useValue('moving', () => editor.isIn('select.translating'), [editor])
  const isLifted = isMoving && isSelected
  const hand = useValue('in hand', () => (isLifted ? inHand(editor, shape) : null), [editor, shape, isLifted])
  // What a card is carried over does not unfold under it.
  const isUnder = useValue('under a hand', () => !isLifted && isPlacing(editor), [editor, isLifted])
  return { isHovered, isSelected, isLifted, isOpen: (isHovered || isAlone) && !isUnder, hand }
}

interface InHand {
  readonly stand: CardProps
  /** How far it would move from the hand if it were let go, as a transform. */
  readonly shift: string | null
}

/** A lifted card already says and shows what it would if it were let go where it is held. */
function inHand(editor: Editor, { id, props }: CardShape): InHand | null {
  const landing = landingsOf(editor).find((one) => one.shapeId === id)
  if (!landing) return null
  const { placement, stand, at } = landing
  const said = { ...props, target: placement.target, x: placement.x ?? null }
  if (!stand) return { stand: said, shift: null }
  const { w, h, pin } = stand
  return {
    stand: { ...said, w, h, pinX: pin.x, pinY: pin.y },
    shift: `translate(${stand.x - at.x}px, ${stand.y - at.y}px)`,
  }
}

interface RowProps {
  readonly facts: CardFacts
  readonly said: string
  readonly x: number | null
}

function Row({ facts, said, x }: RowProps): React.ReactNode {
  const size = { w: CARD_FACE.glyphW, h: CARD_FACE.glyphH }
  return (
    <div className={styles.row}>
      {facts.curve ? (
        <svg className={styles.glyph} viewBox={`0 0 ${size.w} ${size.h}`} aria-hidden="true">
          <CardCurve facts={facts} curve={facts.curve} x={x} size={size} palette={PAGE_PALETTE} />
        </svg>
      ) : null}
      <span className={styles.said}>{said}</span>
      {facts.teamType ? (
        <span className={styles.team} title={facts.team}>
          <KindIcon team={facts.teamType} />
        </span>
      ) : null}
      {facts.owner ? <span className={styles.owner}>{initialsOf(facts.owner)}</span> : null}
    </div>
  )
}
