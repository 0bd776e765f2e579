import { useEffect, useState } from 'react'
import type { CanvasPictures, PicturePlan } from '../../../board/canvas/canvas-pictures'
import { createBrowserClock } from '../../../board/sync/clock'
import { Button } from '../../../ui/controls/button'
import { Skeleton } from '../../../ui/feedback/skeleton'
import styles from '../picture-form.module.css'
import { PreviewDrawing } from './preview-drawing'
import { previewStage, type DrawnPreview } from './preview-stage'

interface PicturePreviewProps {
  readonly pictures: CanvasPictures
  readonly plan: PicturePlan
  /** A picture to take along is being made: it comes first. */
  readonly waits: boolean
  /** What it shows, in words. */
  readonly of: string
}

interface Shown extends DrawnPreview {
  readonly of: string
}

/** How the picture comes out, small; what is being drawn is dropped when something else is chosen. */
export function PicturePreview({ pictures, plan, waits, of }: PicturePreviewProps) {
  const [drawing] = useState(() => new PreviewDrawing(createBrowserClock(Date.now)))
  const [shown, setShown] = useState<Shown | null>(null)
  const [tries, setTries] = useState(1)
  useEffect(() => {
    return drawing.begin({ pictures, plan, waits }, (file) =>
      setShown({ address: file && URL.createObjectURL(file), plan, of }),
    )
  }, [drawing, pictures, plan, waits, of, tries])
  const address = shown?.address ?? null
  useEffect(() => {
    if (address !== null) return () => URL.revokeObjectURL(address)
  }, [address])
  const stage = previewStage(shown, plan)
  const handleRetry = (): void => {
    drawing.forget()
    setShown(null)
    setTries(tries + 1)
  }
  return (
    <div
      className={styles.preview}
      data-paper={plan.dark ? 'dark' : 'light'}
      data-testid="picture-preview"
      aria-busy={stage === 'drawing' || stage === 'stale'}
    >
      {stage === 'drawing' && <Skeleton className={styles.drawing ?? ''} />}
      {stage === 'failed' && (
        <div className={styles.noPreview}>
          <p role="status">The preview could not be drawn. The download may still work.</p>
          <Button size="small" disabled={waits} onClick={handleRetry}>
            Try again
          </Button>
        </div>
      )}
      {shown && address !== null && (
        <img
          src={address}
          alt={`Preview: ${shown.of}`}
          data-stale={stage === 'stale' ? '' : undefined}
          onError={() => setShown({ ...shown, address: null })}
        />
      )}
    </div>
  )
}
