import { Copy, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/controls/button'
import { ProgressBar } from '../../ui/feedback/progress-bar'
import styles from './picture-form.module.css'

/** What takes longer than this shows how far it has come. */
const SHOW_PROGRESS_AFTER_MS = 700

interface PictureActionsProps {
  readonly working: { readonly share: number } | null
  readonly able: boolean
  readonly canCopy: boolean
  readonly onDownload: () => void
  readonly onCopy: () => void
  readonly onCancel: () => void
}

export function PictureActions(props: PictureActionsProps) {
  const { working, able, canCopy, onDownload, onCopy, onCancel } = props
  return (
    <div className={styles.actions}>
      {working && <SlowProgress share={working.share} />}
      <div className={styles.buttons}>
        {working ? (
          <Button onClick={onCancel}>Cancel</Button>
        ) : (
          canCopy && (
            <Button onClick={onCopy} disabled={!able}>
              <Copy size={16} strokeWidth={1.75} />
              Copy as PNG
            </Button>
          )
        )}
        <Button look="primary" onClick={onDownload} disabled={!able} busy={working !== null}>
          {!working && <Download size={16} strokeWidth={1.75} />}
          Download
        </Button>
      </div>
    </div>
  )
}

function SlowProgress({ share }: { readonly share: number }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SHOW_PROGRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <div className={styles.progress}>
      <ProgressBar label="The picture is being made" share={share} />
      <p aria-hidden>The picture is being made.</p>
    </div>
  )
}
