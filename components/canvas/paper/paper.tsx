import { useEditor, useQuickReactor } from 'tldraw'
import { useRef } from 'react'
import { dotsAt } from './paper-dots'
import styles from '../overlay.module.css'

/** The drawing table: paper with a quiet grid of dots that keeps its distance at every zoom. */
export function Paper(): React.ReactNode {
  const editor = useEditor()
  const paper = useRef<HTMLDivElement>(null)
  useQuickReactor(
    'paper follows the camera',
    () => {
      const { x, y, z } = editor.getCamera()
      const dots = dotsAt({ x, y, zoom: z })
      const style = paper.current?.style
      if (!style) return
      style.backgroundSize = `${dots.gapPx}px ${dots.gapPx}px`
      style.backgroundPosition = `${dots.offset.x}px ${dots.offset.y}px`
    },
    [editor],
  )
  return <div ref={paper} className={styles.paper} />
}
