'use client'

import { useValue } from '@tldraw/state-react'
import { CloudAlert, CloudOff } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { saveWords } from '../top-bar/save-words'
import styles from './notices.module.css'

/** A sentence over the canvas while what I do cannot be saved. */
export function ConnectionBanner() {
  const client = useBoardClient()
  const state = useValue(client.saveState)
  if (state.kind !== 'offline' && state.kind !== 'cannot-save') return null
  const Icon = state.kind === 'offline' ? CloudOff : CloudAlert
  return (
    <p className={styles.banner} data-tone={state.kind === 'offline' ? 'attention' : 'danger'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {saveWords(state).sentence}
    </p>
  )
}
