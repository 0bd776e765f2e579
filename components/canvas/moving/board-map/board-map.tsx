import { useLayoutEffect, useMemo, useRef } from 'react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { browserPreferences } from '../../../board/preferences'
import { mapAim } from './map-aim'
import { mapBoundsOf, type MapScene } from './map-scene'
import styles from '../moving.module.css'
import { useMapScene } from './use-map-scene'

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
  const box = useRef<HTMLDivElement>(null)
  const scene = useMapScene(editor)
  const boxes = useMemo(() => [...scene.sheets, ...scene.cards, ...scene.drawn], [scene])
  const bounds = useMemo(() => mapBoundsOf(boxes), [boxes])
  useLayoutEffect(() => tellHeight(box.current), [bounds])
  if (!bounds) return null
  const scale = Math.min(WIDEST_PX / bounds.w, TALLEST_PX / bounds.h)

  const goTo = (event: React.PointerEvent): void => {
    const box = drawing.current?.getBoundingClientRect()
    if (!box) return
    const x = bounds.x + ((event.clientX - box.x) / box.width) * bounds.w
    const y = bounds.y + ((event.clientY - box.y) / box.height) * bounds.h
    lookAt(editor, mapAim({ x, y }, editor.getViewportPageBounds(), boxes))
  }
  const handlePress = (event: React.PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    goTo(event)
  }
  return (
    <div ref={box} className={styles.map} data-board-map data-testid="board-map">
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
        <View cornerPx={2 / scale} />
      </svg>
    </div>
  )
}

/** What the screen shows; of the map only this moves with the camera. */
function View({ cornerPx }: { readonly cornerPx: number }): React.ReactNode {
  const editor = useEditor()
  const view = useValue('map view', () => editor.getViewportPageBounds(), [editor])
  return <rect className={styles.view} {...asRect(view)} rx={cornerPx} />
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

/** Tells the page how tall the map is, so that what stands in its corner stays above it; answers with the undo. */
function tellHeight(box: HTMLElement | null): () => void {
  const { style } = document.documentElement
  style.setProperty('--map-h', `${box?.offsetHeight ?? 0}px`)
  return () => void style.removeProperty('--map-h')
}

function asRect({ x, y, w, h }: { x: number; y: number; w: number; h: number }) {
  return { x, y, width: w, height: h }
}

function lookAt(editor: Editor, at: { x: number; y: number }): void {
  editor.stopCameraAnimation()
  editor.centerOnPoint(at, { immediate: true })
}
