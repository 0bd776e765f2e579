import { useEditor, useValue } from 'tldraw'
import { landingsOf } from './landing'
import styles from './overlay.module.css'

/** Where the cards in my hand would land, with what that place says. */
export function LandingMarks(): React.ReactNode {
  const editor = useEditor()
  const landings = useValue('landings', () => landingsOf(editor).filter((landing) => landing.point), [editor])
  const isAlone = landings.length === 1
  useValue('camera', () => editor.getCamera(), [editor])
  return landings.map(({ point, reading }, at) => {
    if (!point) return null
    const { x, y } = editor.pageToViewport(point)
    return (
      <div key={at} className={styles.landing} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <span className={styles.spot} />
        {isAlone ? <span className={styles.reading}>{reading}</span> : null}
      </div>
    )
  })
}
