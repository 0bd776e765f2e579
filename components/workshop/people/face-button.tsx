import type { CSSProperties } from 'react'
import type { PresenceUser } from '@/lib/sync/presence'
import { Tooltip } from '../../ui/overlays/tooltip'
import styles from '../top-bar/people.module.css'
import { PersonAvatar } from './person-avatar'

export interface FaceProps {
  readonly person: PresenceUser
  readonly away: boolean
  /** How many faces it lies over. */
  readonly over: number
}

interface FaceButtonProps extends FaceProps {
  readonly isMe?: boolean
  /** What a press does. */
  readonly words: string
  /** Whether what a press does is on; left out where it is no switch. */
  readonly pressed?: boolean
  readonly onClick: () => void
}

/** A face in the row of those who are here. */
export function FaceButton({ person, away, over, isMe = false, words, pressed, onClick }: FaceButtonProps) {
  return (
    <Tooltip label={words}>
      <button
        type="button"
        className={`${styles.one} ${styles.face}`}
        style={{ zIndex: over, '--hand': `var(--person-${person.colorSlot})` } as CSSProperties}
        aria-label={words}
        aria-pressed={pressed}
        onClick={onClick}
      >
        <PersonAvatar person={person} away={away} isMe={isMe} />
      </button>
    </Tooltip>
  )
}
