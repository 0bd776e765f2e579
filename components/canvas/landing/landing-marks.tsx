import { useEditor, useValue } from 'tldraw'
import { clamp } from '@/lib/clamp'
import { landingsOf } from './landing'
import styles from '../overlay.module.css'

/** As wide as a reading gets, how far it starts right of its spot, and how near it comes to the edges. */
const READING_PX = { widest: 260, aside: 14, edge: 8 }

/** Where the cards in my hand would land, with what that place says. */
export function LandingMarks(): React.ReactNode {
  const editor = useEditor()
  const landings = useValue('landings', () => landingsOf(editor).filter((landing) => landing.stand), [editor])
  const isAlone = landings.length === 1
  useValue('camera', () => editor.getCamera(), [editor])
  return landings.map(({ stand, reading }, at) => {
    if (!stand) return null
    const { x, y } = editor.pageToViewport({ x: stand.x + stand.pin.x, y: stand.y + stand.pin.y })
    const left = readingLeft(x, editor.getViewportScreenBounds().w)
    return (
      <div key={at} className={styles.landing} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <span className={styles.spot} />
        {isAlone ? (
          <span className={styles.reading} style={{ left: left - x }} data-over={isCardBelow(stand)}>
            {reading}
          </span>
        ) : null}
      </div>
    )
  })
}

/** Right of its spot, where the eye goes on: it only moves as far back as it must to be seen whole. */
function readingLeft(spotX: number, canvasW: number): number {
  const { widest, aside, edge } = READING_PX
  return clamp(spotX + aside, edge, Math.max(edge, canvasW - widest - edge))
}

/** The words go where the card is not. */
function isCardBelow({ pin, h }: { readonly pin: { readonly y: number }; readonly h: number }): boolean {
  return pin.y < h / 2
}
