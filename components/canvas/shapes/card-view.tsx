import { HTMLContainer, useEditor, useIsEditing, useValue, type Editor } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import { teamColor } from '../../board/team-color'
import { holdersOf } from '../people/holders'
import { landingsOf } from '../landing'
import { clientOf } from '../store-client'
import { CARD_FACE } from './card-face'
import { factsOf, type CardFacts } from './card-facts'
import { CardPin } from './card-pin'
import { CardTitleEditor } from './card-title-editor'
import { CurveGlyph } from './curve-glyph'
import { detailOf } from './detail'
import { initialsOf, PAGE_PALETTE } from './palette'
import type { CardShape } from './shape-types'
import styles from './card.module.css'

/** A card on the page. */
export function CardView({ shape }: { readonly shape: CardShape }): React.ReactNode {
  const editor = useEditor()
  const { props, id } = shape
  const isEditing = useIsEditing(id)
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const holder = useValue('holder', () => holdersOf(clientOf(editor)).get().get(id), [editor, id])
  const isHovered = useValue('hovered', () => editor.getHoveredShapeId() === id, [editor, id])
  const isSelected = useValue('selected', () => editor.getSelectedShapeIds().includes(id), [editor, id])
  const isLifted = useValue('lifted', () => editor.isIn('select.translating') && isSelected, [
    editor,
    isSelected,
  ])
  const stand = useValue('stand', () => (isLifted ? standInHand(editor, shape) : props), [
    editor,
    shape,
    isLifted,
  ])
  const facts = useValue('card facts', () => factsOf(editor, stand), [editor, stand])
  const colors = {
    '--team': teamColor(facts.team),
    ...(holder ? { '--hand': holder.fill, '--hand-ink': holder.ink } : {}),
  }
  return (
    <HTMLContainer>
      <div
        className={styles.card}
        style={colors as React.CSSProperties}
        data-detail={detail}
        data-hovered={isHovered}
        data-open={isHovered || isSelected}
        data-grows={props.x !== null && props.pinY >= props.h ? 'up' : 'down'}
        data-selected={isSelected}
        data-lifted={isLifted}
        data-editing={isEditing}
        data-held={holder !== undefined}
        data-raised={isLifted || isEditing || isHovered || isSelected || holder !== undefined}
      >
        <div className={styles.face}>
          <span className={styles.strip} />
          {detail === 'block' ? null : (
            <div className={styles.titleBox}>
              <p className={styles.title} data-empty={facts.title === ''}>
                {facts.title || 'Untitled'}
              </p>
              {isEditing ? <CardTitleEditor initiativeId={props.initiativeId} shapeId={id} /> : null}
            </div>
          )}
          {detail === 'full' || detail === 'large' ? <Row facts={facts} x={stand.x} /> : null}
        </div>
        {/* In the hand the pin is what one aims with. */}
        {(props.x === null && !isLifted) || detail === 'block' ? null : (
          <svg className={styles.pin} width={props.w} height={props.h} aria-hidden="true">
            <CardPin size={props} pin={{ x: props.pinX, y: props.pinY }} palette={PAGE_PALETTE} />
          </svg>
        )}
        {holder && detail !== 'block' ? <span className={styles.hand}>{holder.name}</span> : null}
      </div>
    </HTMLContainer>
  )
}

/** A lifted card already says what it would say where it is held. */
function standInHand(editor: Editor, { id, props }: CardShape): CardProps {
  const landing = landingsOf(editor).find((one) => one.shapeId === id)
  return landing ? { ...props, target: landing.placement.target, x: landing.placement.x ?? null } : props
}

function Row({ facts, x }: { readonly facts: CardFacts; readonly x: number | null }): React.ReactNode {
  const size = { w: CARD_FACE.glyphW, h: CARD_FACE.glyphH }
  return (
    <div className={styles.row}>
      {facts.curve ? (
        <svg className={styles.glyph} width={size.w} height={size.h} aria-hidden="true">
          <CurveGlyph curve={facts.curve} x={x} size={size} palette={PAGE_PALETTE} />
        </svg>
      ) : null}
      <span className={styles.said}>{facts.said}</span>
      {facts.owner ? <span className={styles.owner}>{initialsOf(facts.owner)}</span> : null}
    </div>
  )
}
