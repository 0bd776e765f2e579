'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect } from 'react'
import { useBoardClient } from '../../board/board-context'
import styles from './top-bar.module.css'

/** What the board is called, here and on the tab of the browser; it follows when somebody renames it. */
export function BoardTitle() {
  const title = useValue(useBoardClient().title)
  useEffect(() => {
    document.title = `${title} · Contour`
  }, [title])
  return (
    <h1 className={styles.title} title={title}>
      {title}
    </h1>
  )
}
