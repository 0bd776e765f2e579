'use client'

import { useValue } from '@tldraw/state-react'
import { LayoutTemplate } from 'lucide-react'
import { useEffect } from 'react'
import { useBoardClient } from '../../board/board-context'
import { createBrowserClock } from '../../board/sync/clock'
import { Button } from '../../ui/controls/button'
import { startIdleTimer } from './start-idle-timer'
import styles from './template-banner.module.css'

/** Whoever forgets to say that they are done is taken to be, after so long without a sign of life. */
const IDLE_MS = 10 * 60_000

/** Says that templates can be taken hold of, and ends that: by its button, by itself, or with the right to it. */
export function TemplateBanner() {
  const client = useBoardClient()
  const { templates } = client
  const isEditing = useValue(templates.isEditing)

  useEffect(() => {
    if (!isEditing) return
    const stop = startIdleTimer({
      target: window,
      clock: createBrowserClock(() => Date.now()),
      idleMs: IDLE_MS,
      onIdle: () => {
        templates.setEditing(false)
        client.tell({ tone: 'info', sentence: 'Ten quiet minutes: the templates are fixed again.' })
      },
    })
    return () => {
      stop()
      // A right that comes back does not bring the mode back with it.
      if (!templates.mayEdit.get()) templates.setEditing(false)
    }
  }, [client, templates, isEditing])

  if (!isEditing) return null
  return (
    <div className={styles.banner} role="status" data-banner data-testid="template-banner">
      <LayoutTemplate size={16} strokeWidth={1.75} aria-hidden />
      <p className={styles.words}>
        You are editing the templates. <span className={styles.more}>Move, rename or remove them.</span>
      </p>
      <Button size="small" look="primary" onClick={() => templates.setEditing(false)}>
        Done
      </Button>
    </div>
  )
}
