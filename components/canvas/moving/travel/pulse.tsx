import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { atomPerEditor } from '../../atom-per-editor'
import styles from '../moving.module.css'

interface Pulsing {
  readonly id: TLShapeId
  /** The same card found twice pulses twice. */
  readonly turn: number
}

const PADDING_PX = 6
const pulsingOf = atomPerEditor<Pulsing | null>('pulsing', null)

/** Lets a shape pulse once, so that the eye finds it. */
export function pulse(editor: Editor, id: TLShapeId): void {
  pulsingOf(editor).update((last) => ({ id, turn: (last?.turn ?? 0) + 1 }))
}

/** The ring around what was just found. */
export function Pulse(): React.ReactNode {
  const editor = useEditor()
  const pulsing = useValue(pulsingOf(editor))
  const box = useValue(
    'pulsing box',
    () => {
      const bounds = pulsing ? editor.getShapePageBounds(pulsing.id) : undefined
      if (!bounds) return null
      const { x, y } = editor.pageToViewport(bounds)
      const zoom = editor.getZoomLevel()
      return { x, y, w: bounds.w * zoom, h: bounds.h * zoom }
    },
    [editor, pulsing],
  )
  if (!pulsing || !box) return null
  const style = {
    width: box.w + 2 * PADDING_PX,
    height: box.h + 2 * PADDING_PX,
    translate: `${box.x - PADDING_PX}px ${box.y - PADDING_PX}px`,
  }
  const onEnd = (): void => void pulsingOf(editor).set(null)
  return (
    <span
      key={pulsing.turn}
      className={styles.pulse}
      style={style}
      data-testid="pulse"
      onAnimationEnd={onEnd}
    />
  )
}
