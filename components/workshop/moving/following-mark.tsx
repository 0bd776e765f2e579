'use client'

import { useValue } from '@tldraw/state-react'
import type { CSSProperties } from 'react'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import styles from './following-mark.module.css'

/** The person this page follows; kept by name while they are away for a moment. */
function useFollowed() {
  const client = useBoardClient()
  return useValue(
    'followed',
    () => {
      const personId = client.canvas.get()?.following.get() ?? null
      if (personId === null) return null
      const found = client.presence.people.get().find((one) => one.personId === personId)
      return { name: found?.name ?? null, slot: found?.colorSlot ?? 0 }
    },
    [client],
  )
}

/** A frame in the colour of the person whose view this is. */
export function FollowingFrame() {
  const followed = useFollowed()
  return (
    followed && <div className={styles.frame} style={colorsOf(followed.slot)} data-testid="following-frame" />
  )
}

/** Says whose view this is, and ends it. */
export function FollowingMark() {
  const client = useBoardClient()
  const followed = useFollowed()
  return (
    <div role="status">
      {followed && (
        <p className={styles.mark} style={colorsOf(followed.slot)} data-banner data-testid="following">
          <span>
            {followed.name === null ? 'Waiting for them to come back' : `Following ${followed.name}`}
          </span>
          <Button
            size="small"
            className={styles.stop}
            onClick={() => {
              client.canvas.get()?.stopFollowing()
              client.canvas.get()?.focus()
            }}
          >
            Stop
          </Button>
        </p>
      )}
    </div>
  )
}

function colorsOf(slot: number): CSSProperties {
  return { '--hand': `var(--person-${slot})`, '--hand-ink': `var(--person-${slot}-ink)` } as CSSProperties
}
