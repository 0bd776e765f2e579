'use client'

import { useValue } from '@tldraw/state-react'
import { CloudAlert, CloudDownload, CloudOff } from 'lucide-react'
import { can } from '@/lib/access/roles'
import type { SaveState } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { oldCopySentence, saveWords } from '../top-bar/save-words'
import styles from './notices.module.css'

const BANNERS: Partial<Record<SaveState['kind'], { tone: string; Icon: typeof CloudOff }>> = {
  offline: { tone: 'attention', Icon: CloudOff },
  unreachable: { tone: 'waiting', Icon: CloudOff },
  unsynced: { tone: 'waiting', Icon: CloudDownload },
  renewing: { tone: 'waiting', Icon: CloudDownload },
  'cannot-save': { tone: 'danger', Icon: CloudAlert },
}

/** Whether a state of the connection is told over the canvas. */
export function hasBanner({ kind }: SaveState): boolean {
  return BANNERS[kind] !== undefined
}

/** A sentence over the canvas while what I see is not the board, or what I do cannot be saved. */
export function ConnectionBanner() {
  const client = useBoardClient()
  const state = useValue(client.toldState)
  const lasts = useValue(client.offline.lasts)
  const isSynced = useValue(client.offline.isSynced)
  const mayEdit = can(useValue(client.me).role, 'edit')
  const banner = BANNERS[state.kind]
  if (!banner) return null
  const { tone, Icon } = banner
  const isOldCopy = state.kind === 'offline' && !isSynced
  return (
    <p className={styles.banner} data-tone={tone} data-banner data-testid="connection-banner">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {isOldCopy ? oldCopySentence(state.changes) : saveWords(state, { lasts, mayEdit }).sentence}
    </p>
  )
}
