import { Map, Maximize, Minus, Plus } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { browserPreferences } from '../board/preferences'
import { fitBoard } from './fit-board'
import styles from './overlay.module.css'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const GLIDE = { animation: { duration: 160 } }

/** How near one is, and the way back to seeing everything. */
export function ZoomControl(): React.ReactNode {
  const editor = useEditor()
  const percent = useValue('zoom percent', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const { map } = browserPreferences()
  const hasMap = useValue(map.value)
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <button
        type="button"
        className={styles.step}
        aria-label="Zoom out"
        title="Zoom out"
        onClick={() => editor.zoomOut(undefined, GLIDE)}
      >
        <Minus {...ICON} />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={`Zoom ${percent} %. Set to 100 %`}
        title="Set to 100 % (Shift+0)"
        onClick={() => editor.resetZoom(undefined, GLIDE)}
      >
        {percent} %
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label="Zoom in"
        title="Zoom in"
        onClick={() => editor.zoomIn(undefined, GLIDE)}
      >
        <Plus {...ICON} />
      </button>
      <button
        type="button"
        aria-label="Show the whole board"
        title="Show the whole board (Shift+1)"
        onClick={() => fitBoard(editor, GLIDE)}
      >
        <Maximize {...ICON} />
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label="Map of the board"
        aria-pressed={hasMap}
        title={hasMap ? 'Fold the map away' : 'Show a map of the board'}
        onClick={() => map.set(!hasMap)}
      >
        <Map {...ICON} />
      </button>
    </div>
  )
}
