import { useEffect, useRef, useState } from 'react'
import type { CanvasPictures, PicturePlan } from '../../board/canvas-pictures'
import styles from './picture-form.module.css'

/** The dialog has come up and nobody chooses any more: only then is anything drawn. */
const SETTLED_MS = 250

interface PicturePreviewProps {
  readonly pictures: CanvasPictures
  readonly plan: PicturePlan
  /** A picture to take along is being made: it comes first. */
  readonly waits: boolean
  /** What it shows, in words. */
  readonly of: string
}

/** How the picture comes out, small; what is being drawn is dropped when something else is chosen. */
export function PicturePreview({ pictures, plan, waits, of }: PicturePreviewProps) {
  const box = useRef<HTMLDivElement>(null)
  const drawnFor = useRef<PicturePlan | null>(null)
  const [shown, setShown] = useState<{ readonly address: string; readonly of: string } | null>(null)
  useEffect(() => {
    // Where there is no room for it, it is not drawn either.
    if (box.current?.clientHeight === 0 || waits || drawnFor.current === plan) return
    const stop = new AbortController()
    const draw = async (): Promise<void> => {
      const drawn = await pictures.drawSvg(plan, { signal: stop.signal, onProgress: () => undefined })
      if (stop.signal.aborted) return
      drawnFor.current = plan
      setShown(drawn.ok ? { address: URL.createObjectURL(drawn.value.file), of } : null)
    }
    const timer = setTimeout(() => void draw(), SETTLED_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [pictures, plan, waits, of])
  useEffect(() => {
    if (shown) return () => URL.revokeObjectURL(shown.address)
  }, [shown])
  return (
    <div ref={box} className={styles.preview}>
      {shown && <img src={shown.address} alt={`Preview: ${shown.of}`} />}
    </div>
  )
}
