'use client'

import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PresenceUser } from '@/lib/sync/presence'
import { classNames } from '../../ui/class-names'
import heard from '../../ui/heard.module.css'
import { PopoverClose } from '../../ui/overlays/popover'
import styles from '../people/people-list.module.css'
import { useFollow } from './use-follow'

interface FollowLineProps {
  readonly person: PresenceUser
  readonly children: ReactNode
}

/** The line of somebody who can be followed; a press does, and closes the popover around it. */
export function FollowLine({ person: { personId }, children }: FollowLineProps) {
  const { isFollowed, toggle } = useFollow(personId)
  return (
    <PopoverClose>
      <button
        type="button"
        className={classNames(styles.person, styles.choice)}
        aria-pressed={isFollowed}
        onClick={toggle}
      >
        <span className={heard.heard}>{isFollowed ? 'Stop following ' : 'Follow '}</span>
        {children}
        <Eye className={styles.eye} size={16} strokeWidth={1.75} />
      </button>
    </PopoverClose>
  )
}
