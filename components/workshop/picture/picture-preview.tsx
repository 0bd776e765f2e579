import { useEffect, useState } from 'react'
import type { CanvasPictures, PicturePlan } from '../../board/canvas/canvas-pictures'
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

interface Shown {
  readonly address: string
  readonly plan: PicturePlan
  readonly of: string
}

/** How the picture comes out, small; what is being drawn is dropped when something else is chosen. */
export function PicturePreview({ pictures, plan, waits, of }: PicturePreviewProps) {
  const [drawing] = useState(() => new PreviewDrawing(createBrowserClock(Date.now)))
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    return drawing.begin({ pictures, plan, waits }, (file) =>
      setShown(file && { address: URL.createObjectURL(file), plan, of }),
    )
  }, [drawing, pictures, plan, waits, of])
  useEffect(() => {
    if (shown) return () => URL.revokeObjectURL(shown.address)
  }, [shown])
  return (
    <div className={styles.preview} data-paper={plan.dark ? 'dark' : 'light'}>
      {shown && (
        <img
          src={shown.address}
          alt={`Preview: ${shown.of}`}
          data-stale={shown.plan === plan ? undefined : ''}
        />
      )}
    </div>
  )
}
