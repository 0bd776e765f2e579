import { useEffect, useRef, useState } from 'react'
import type { CanvasPictures, PicturePlan } from '../../board/canvas-pictures'
import { createBrowserClock } from '../../board/sync/clock'
import styles from './picture-form.module.css'
import { PreviewDrawing } from './preview-drawing'

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
  const [drawing] = useState(() => new PreviewDrawing(createBrowserClock(Date.now)))
  const [shown, setShown] = useState<{ readonly address: string; readonly of: string } | null>(null)
  useEffect(() => {
    const roomPx = box.current?.clientHeight ?? 0
    return drawing.begin({ pictures, plan, roomPx, waits }, (file) =>
      setShown(file && { address: URL.createObjectURL(file), of }),
    )
  }, [drawing, pictures, plan, waits, of])
  useEffect(() => {
    if (shown) return () => URL.revokeObjectURL(shown.address)
  }, [shown])
  return (
    <div ref={box} className={styles.preview}>
      {shown && <img src={shown.address} alt={`Preview: ${shown.of}`} />}
    </div>
  )
}
