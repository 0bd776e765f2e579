import { useMemo, useRef } from 'react'
import { computed, useEditor, useValue, type Editor } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import { browserPreferences } from '../../board/preferences'
import { mapBoundsOf, readMapScene, type MapScene } from './map-scene'
import styles from './moving.module.css'

const WIDEST_PX = 184
const TALLEST_PX = 128

/** The whole board, small, with what the screen shows of it; a press or a drag goes there. */
export function BoardMap(): React.ReactNode {
  const isOpen = useValue(browserPreferences().map.value)
  return isOpen ? <OpenMap /> : null
}

function OpenMap(): React.ReactNode {
  const editor = useEditor()
  const drawing = useRef<SVGSVGElement>(null)
  const scene = useValue(
    useMemo(() => computed('map scene', () => readMapScene(editor), { isEqual: sameJson }), [editor]),
  )
  const view = useValue('map view', () => editor.getViewportPageBounds(), [editor])
  const all = useMemo(() => [...scene.sheets, ...scene.cards, ...scene.drawn], [scene])
  const board = mapBoundsOf(all)
  const bounds = board ?? { x: view.x, y: view.y, w: view.w, h: view.h }
  const scale = Math.min(WIDEST_PX / bounds.w, TALLEST_PX / bounds.h)

  const goTo = (event: React.PointerEvent): void => {
    const box = drawing.current?.getBoundingClientRect()
    if (!box) return
    const x = bounds.x + ((event.clientX - box.x) / box.width) * bounds.w
    const y = bounds.y + ((event.clientY - box.y) / box.height) * bounds.h
    lookAt(editor, { x, y })
  }
  const handlePress = (event: React.PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    goTo(event)
  }
  return (
    <div className={styles.map} data-testid="board-map">
      <svg
        ref={drawing}
        role="img"
        aria-label="Map of the board"
        width={bounds.w * scale}
        height={bounds.h * scale}
        viewBox={`${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`}
        onPointerDown={handlePress}
        onPointerMove={(event) => event.buttons === 1 && goTo(event)}
      >
        <Scene scene={scene} />
        <rect
          className={styles.view}
          {...{ x: view.x, y: view.y, width: view.w, height: view.h }}
          rx={2 / scale}
        />
      </svg>
    </div>
  )
}

function Scene({ scene }: { readonly scene: MapScene }): React.ReactNode {
  return useMemo(
    () => (
      <>
        {scene.sheets.map((box, at) => (
          <rect key={`sheet ${at}`} className={styles.sheet} {...asRect(box)} />
        ))}
        {scene.panels.map((box, at) => (
          <rect key={`panel ${at}`} className={styles.panel} {...asRect(box)} />
        ))}
        {scene.drawn.map((box, at) => (
          <rect key={`drawn ${at}`} className={styles.drawn} {...asRect(box)} />
        ))}
        {scene.cards.map((box, at) => (
          <rect key={`card ${at}`} fill={box.fill} {...asRect(box)} />
        ))}
      </>
    ),
    [scene],
  )
}

function asRect({ x, y, w, h }: { x: number; y: number; w: number; h: number }) {
  return { x, y, width: w, height: h }
}

function lookAt(editor: Editor, at: { x: number; y: number }): void {
  editor.stopCameraAnimation()
  editor.centerOnPoint(at, { immediate: true })
}
