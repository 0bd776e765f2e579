import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import type { CanvasPictures } from '../../board/canvas/canvas-pictures'
import { toFileName } from '../files/file-name'
import { saveFile } from '../files/save-file'
import { CopyByHand } from './copy-by-hand'
import { PictureActions } from './picture-actions'
import { PictureFields } from './picture-fields'
import styles from './picture-form.module.css'
import { PictureNote } from './picture-note'
import { PicturePreview } from './preview/picture-preview'
import { partWords, sizeWords } from './picture-words'
import { isPreviewed } from './preview/preview-drawing'
import { usePictureJob, type PictureOrder } from './use-picture-job'
import { usePictureOrder } from './use-picture-order'

interface PictureFormProps {
  readonly pictures: CanvasPictures
  readonly onDone: () => void
}

/** Chooses a picture and takes it along, as a file or on the clipboard. */
export function PictureForm({ pictures, onDone }: PictureFormProps) {
  const client = useBoardClient()
  const [now] = useState(() => new Date())
  const title = useValue(client.title)
  const order = usePictureOrder(pictures, { title, now })
  const { job, make, copy, cancel } = usePictureJob(pictures)
  const { plan, choices, part, parts, pixels, fits } = order
  const wanted: PictureOrder = { plan, format: choices.format, scale: choices.scale }

  const handleDownload = async (): Promise<void> => {
    const picture = await make(wanted)
    if (!picture) return
    const name = { title, part: partWords(part, parts), now, ending: choices.format }
    saveFile(picture.file, toFileName(name))
    client.tell({
      tone: 'info',
      sentence: `The picture is saved to your downloads: ${sizeWords(picture.size)}.`,
    })
    onDone()
  }
  const handleCopy = async (): Promise<void> => {
    if (!(await copy(wanted))) return
    client.tell({ tone: 'info', sentence: 'The picture is copied. Paste it where you need it.' })
    onDone()
  }

  if (job.kind === 'to-copy') return <CopyByHand file={job.picture.file} onBack={cancel} />
  return (
    <div className={styles.form}>
      <PictureFields
        order={order}
        disabled={job.kind === 'working'}
        preview={
          isPreviewed(pixels, parts.count) && (
            <PicturePreview
              pictures={pictures}
              plan={plan}
              waits={job.kind === 'working'}
              of={partWords(part, parts) || 'The whole board'}
            />
          )
        }
      />
      <PictureNote job={job} order={order} />
      <PictureActions
        working={job.kind === 'working' ? job : null}
        able={pixels !== null && fits}
        canCopy={choices.format === 'png'}
        onDownload={() => void handleDownload()}
        onCopy={() => void handleCopy()}
        onCancel={cancel}
      />
    </div>
  )
}
