import { useMemo } from 'react'
import { computed, useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import { clientOf } from '../session/store-client'
import { isCard, isTemplateLayer } from '../shapes/shape-types'
import { holdersOf, personColor } from './holders'
import styles from './people.module.css'

interface Mark {
  readonly key: string
  readonly fill: string
  readonly ink: string
  readonly name: string | null
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly held: boolean
}

const PADDING_PX = 3
const RADIUS_PX = 11
const MOST_DRAWN = 150

/** What the others have selected or have in their hands, outlined in their colour. Cards in a hand say so themselves. */
export function OthersMarks(): React.ReactNode {
  const editor = useEditor()
  // Hands move with every picture; what is drawn here seldom changes with them.
  const signal = useMemo(
    () => computed('marks of others', () => readMarks(editor), { isEqual: sameJson }),
    [editor],
  )
  const marks = useValue(signal)
  const camera = useValue('camera', () => editor.getCamera(), [editor])
  if (marks.length === 0) return null
  return (
    <>
      <svg className={styles.marks} aria-hidden="true">
        <g transform={`scale(${camera.z}) translate(${camera.x} ${camera.y})`}>
          {marks.map(({ key, fill, box, held }) => (
            <rect
              key={key}
              className={held ? `${styles.outline} ${styles.held}` : styles.outline}
              style={{ '--hand': fill } as React.CSSProperties}
              x={box.x - PADDING_PX}
              y={box.y - PADDING_PX}
              width={box.w + 2 * PADDING_PX}
              height={box.h + 2 * PADDING_PX}
              rx={RADIUS_PX}
            />
          ))}
        </g>
      </svg>
      {marks.map(({ key, fill, ink, name, box }) => {
        if (name === null) return null
        const at = {
          x: (box.x - PADDING_PX + camera.x) * camera.z,
          y: (box.y - PADDING_PX + camera.y) * camera.z,
        }
        const style = { '--hand': fill, '--hand-ink': ink, transform: `translate(${at.x}px, ${at.y - 24}px)` }
        return (
          <span key={key} className={styles.tag} style={style}>
            {name}
          </span>
        )
      })}
    </>
  )
}

function readMarks(editor: Editor): readonly Mark[] {
  const held = holdersOf(clientOf(editor)).get()
  return [...heldMarks(editor), ...boundsMarks(editor), ...selectionMarks(editor, held)].slice(0, MOST_DRAWN)
}

function heldMarks(editor: Editor): Mark[] {
  const marks: Mark[] = []
  for (const [id, holder] of holdersOf(clientOf(editor)).get()) {
    // A card stays one: asked this way, it may move without everything here being read again.
    const known = editor.store.unsafeGetWithoutCapture(id as TLShapeId)
    if (known && isCard(known)) continue
    const shape = editor.getShape(id as TLShapeId)
    if (!shape || isCard(shape)) continue
    const box = editor.getShapePageBounds(shape)
    if (box) marks.push({ key: `held ${id}`, ...holder, box, held: true })
  }
  return marks
}

function boundsMarks(editor: Editor): Mark[] {
  const { lane } = clientOf(editor)
  if (!lane.holds.get().some(({ what }) => what === 'bounds')) return []
  return lane.remote.get().flatMap((gesture) => {
    if (!gesture.bounds) return []
    const { fill, ink } = personColor(gesture.colorSlot)
    const name = gesture.personName
    return [{ key: `bounds ${gesture.clientId}`, fill, ink, name, box: gesture.bounds, held: true }]
  })
}

function selectionMarks(editor: Editor, held: ReadonlyMap<string, unknown>): Mark[] {
  const visible = editor.getViewportPageBounds()
  return clientOf(editor)
    .presence.selections.get()
    .flatMap(({ clientId, colorSlot, ids }) =>
      ids.flatMap((id) => {
        const shape = held.has(id) ? undefined : editor.getShape(id as TLShapeId)
        const box = shape && !isTemplateLayer(shape) ? editor.getShapePageBounds(shape) : undefined
        if (!box || !visible.collides(box)) return []
        return [{ key: `${clientId} ${id}`, ...personColor(colorSlot), name: null, box, held: false }]
      }),
    )
}
