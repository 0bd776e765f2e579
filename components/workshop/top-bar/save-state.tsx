'use client'

import { useValue } from '@tldraw/state-react'
import { CloudAlert, CloudCheck, CloudOff, Eye } from 'lucide-react'
import { can } from '@/lib/access/roles'
import { Spinner } from '../../ui/feedback/spinner'
import { Tooltip } from '../../ui/overlays/tooltip'
import { useBoardClient } from '../../board/board-context'
import { hasBanner } from '../notices/connection-banner'
import { saveWords, type SaveTone } from './save-words'
import styles from './save-state.module.css'

const ICONS: Record<SaveTone, React.ReactNode> = {
  quiet: <CloudCheck size={16} strokeWidth={1.75} aria-hidden />,
  looking: <Eye size={16} strokeWidth={1.75} aria-hidden />,
  busy: <Spinner size={16} />,
  attention: <CloudOff size={16} strokeWidth={1.75} aria-hidden />,
  danger: <CloudAlert size={16} strokeWidth={1.75} aria-hidden />,
}

/** Whether what I did is safe; to who may do nothing it says that. */
export function SaveStateMark() {
  const client = useBoardClient()
  const lasts = useValue(client.offline.lasts)
  const mayEdit = can(useValue(client.me).role, 'edit')
  const state = useValue(client.toldState)
  const { tone, short, sentence } = saveWords(state, { lasts, mayEdit })
  // What is wrong is said once, over the canvas; here its sign stays.
  const isToldBelow = hasBanner(state) && tone !== 'busy'
  return (
    <Tooltip label={sentence}>
      <span
        className={styles.state}
        data-tone={tone}
        data-testid="save-state"
        data-told-below={isToldBelow || undefined}
        role="img"
        tabIndex={0}
        aria-label={short}
      >
        {ICONS[tone]}
        <span className={styles.words}>{short}</span>
      </span>
    </Tooltip>
  )
}
