import { Map, Maximize, Minus, Plus } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { browserPreferences } from '../../board/preferences'
import { Tooltip } from '../../ui/overlays/tooltip'
import { fitBoard } from './fit-board'
import { GLIDE } from './glide'
import { zoomByStep } from './zoom-by-step'
import styles from '../overlay.module.css'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** How near one is, and the way back to seeing everything. */
export function ZoomControl(): React.ReactNode {
  const editor = useEditor()
  const percent = useValue('zoom percent', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const { map } = browserPreferences()
  const hasMap = useValue(map.value)
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <ZoomButton
        className={styles.step}
        label="Zoom out"
        shortcut="-"
        onClick={() => zoomByStep(editor, 'out')}
      >
        <Minus {...ICON} />
      </ZoomButton>
      <ZoomButton
        className={styles.percent}
        label={`Zoom ${percent} %. Set to 100 %`}
        tip="Set to 100 %"
        shortcut="Shift+0"
        onClick={() => editor.resetZoom(undefined, GLIDE)}
      >
        {percent} %
      </ZoomButton>
      <ZoomButton
        className={styles.step}
        label="Zoom in"
        shortcut="+"
        onClick={() => zoomByStep(editor, 'in')}
      >
        <Plus {...ICON} />
      </ZoomButton>
      <ZoomButton label="Show the whole board" shortcut="Shift+1" onClick={() => fitBoard(editor, GLIDE)}>
        <Maximize {...ICON} />
      </ZoomButton>
      <ZoomButton
        className={styles.step}
        label="Map of the board"
        tip={hasMap ? 'Fold the map away' : 'Show a map of the board'}
        aria-pressed={hasMap}
        onClick={() => map.set(!hasMap)}
      >
        <Map {...ICON} />
      </ZoomButton>
    </div>
  )
}

interface ZoomButtonProps extends React.ComponentPropsWithRef<'button'> {
  readonly label: string
  /** What the tooltip says, where that is not the label. */
  readonly tip?: string
  readonly shortcut?: string
}

function ZoomButton({ label, tip, shortcut, ...rest }: ZoomButtonProps): React.ReactNode {
  return (
    <Tooltip label={tip ?? label} side="top" {...(shortcut !== undefined && { shortcut })}>
      <button type="button" aria-label={label} {...rest} />
    </Tooltip>
  )
}
