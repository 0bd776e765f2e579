'use client'

import { useState } from 'react'
import type { PresenceUser } from '@/lib/sync/presence'
import { Avatar } from '../../ui/feedback/avatar'
import { Tooltip } from '../../ui/overlays/tooltip'
import { isNameless } from '../entry/person-name'
import styles from '../top-bar/people.module.css'
import { NameDialog } from './name-dialog'

interface OwnFaceProps {
  readonly person: PresenceUser
  readonly away: boolean
  /** How many faces it lies over. */
  readonly over: number
}

/** One's own face: says whose it is, and lets the name be given or changed. */
export function OwnFace({ person: { name, role, colorSlot }, away, over }: OwnFaceProps) {
  const [isOpen, setIsOpen] = useState(false)
  const hasNone = isNameless(name)
  const words = hasNone ? 'This is you. Give your name' : `This is you, ${name}`
  return (
    <>
      <Tooltip label={words}>
        <button
          type="button"
          className={`${styles.one} ${styles.face}`}
          style={{ zIndex: over, '--hand': `var(--person-${colorSlot})` } as React.CSSProperties}
          aria-label={words}
          onClick={() => setIsOpen(true)}
        >
          <Avatar
            name={name}
            colorSlot={colorSlot}
            star={role === 'facilitator'}
            away={away}
            {...(hasNone && { initials: 'You' })}
          />
        </button>
      </Tooltip>
      {isOpen && <NameDialog name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}
