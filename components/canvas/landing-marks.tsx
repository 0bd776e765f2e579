import { useEditor, useValue } from 'tldraw'
import { landingsOf } from './landing'
import styles from './overlay.module.css'

/** As wide as a reading gets, with its distance from the spot and from the edge. */
const READING_ROOM_PX = 286

/** Where the cards in my hand would land, with what that place says. */
export function LandingMarks(): React.ReactNode {
  const editor = useEditor()
  const landings = useValue('landings', () => landingsOf(editor).filter((landing) => landing.stand), [editor])
  const isAlone = landings.length === 1
  useValue('camera', () => editor.getCamera(), [editor])
  return landings.map(({ stand, reading }, at) => {
    if (!stand) return null
    const { x, y } = editor.pageToViewport({ x: stand.x + stand.pin.x, y: stand.y + stand.pin.y })
    const side = x + READING_ROOM_PX > editor.getViewportScreenBounds().w ? 'left' : 'right'
    return (
      <div key={at} className={styles.landing} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <span className={styles.spot} />
        {isAlone ? (
          <span className={styles.reading} data-side={side} data-over={isCardBelow(stand)}>
            {reading}
          </span>
        ) : null}
      </div>
    )
  })
}

/** The words go where the card is not. */
function isCardBelow({ pin, h }: { readonly pin: { readonly y: number }; readonly h: number }): boolean {
  return pin.y < h / 2
}
