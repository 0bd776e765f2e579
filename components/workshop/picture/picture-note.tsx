import { Button } from '../../ui/controls/button'
import styles from './picture-form.module.css'
import { failureWords, sizeWords, tooLargeWords } from './picture-words'
import type { PictureJob } from './use-picture-job'
import type { usePictureOrder } from './use-picture-order'

interface PictureNoteProps {
  readonly job: PictureJob
  readonly order: ReturnType<typeof usePictureOrder>
}

/** How large the picture comes out, or why there is none and what to do. */
export function PictureNote({ job, order }: PictureNoteProps) {
  const { parts, pixels, fits, choices, choose } = order
  if (!pixels) {
    const nothing =
      parts.count > 0 ? failureWords('empty') : 'The board is empty: there is nothing to draw yet.'
    return (
      <p className={styles.attention} role="alert">
        {nothing}
      </p>
    )
  }
  const isTooLarge =
    !fits || (job.kind === 'failed' && job.reason === 'too-large' && choices.format === 'png')
  if (isTooLarge) {
    return (
      <div className={styles.attention} role="alert">
        <p>{tooLargeWords(pixels)}</p>
        <Button size="small" onClick={() => choose({ format: 'svg' })}>
          Take SVG
        </Button>
      </div>
    )
  }
  return (
    <>
      {job.kind === 'failed' && job.reason !== 'too-large' && (
        <p className={styles.attention} role="alert">
          {failureWords(job.reason)}
        </p>
      )}
      <p className={styles.size} role="status" data-testid="picture-size">
        <strong>{sizeWords(pixels)}</strong>
        {choices.format === 'svg' && ' at 100 %, and sharp at every other size'}
      </p>
    </>
  )
}
