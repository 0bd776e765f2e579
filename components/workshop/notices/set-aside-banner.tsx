'use client'

import { useValue } from '@tldraw/state-react'
import { Info } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { count } from '@/lib/text/count'
import styles from './notices.module.css'

/** Says that something on this board is not shown, so that nobody takes the picture for the whole. */
export function SetAsideBanner() {
  const client = useBoardClient()
  const setAside = useValue(client.view.setAside)
  if (setAside === 0) return null
  return (
    <p className={styles.banner} data-tone="attention" data-banner role="status">
      <Info size={16} strokeWidth={1.75} aria-hidden />
      {count(setAside, 'item')} cannot be displayed. {setAside === 1 ? 'It is' : 'They are'} kept unchanged.
    </p>
  )
}
