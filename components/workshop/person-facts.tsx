import type { PresenceUser } from '@/lib/sync/presence'
import { Avatar } from '../ui/feedback/avatar'
import { isNameless } from './entry/person-name'
import styles from './people-list.module.css'
import { ROLE_WORDS } from './role-words'

interface PersonFactsProps {
  readonly person: PresenceUser
  readonly away: boolean
  readonly isMe: boolean
}

/** What a line of a list says about somebody. */
export function PersonFacts({ person, away, isMe }: PersonFactsProps) {
  const { name, role, colorSlot } = person
  const hasNone = isMe && isNameless(name)
  return (
    <>
      <Avatar
        name={name}
        colorSlot={colorSlot}
        star={role === 'facilitator'}
        away={away}
        {...(hasNone && { initials: 'You' })}
      />
      {hasNone ? (
        <span className={styles.name}>
          You
          <span className={styles.opened}>The others see “{name}”.</span>
        </span>
      ) : (
        <span className={styles.name}>
          {name}
          {isMe && <span className={styles.me}> (you)</span>}
        </span>
      )}
      {/* That is the very word the others see. */}
      {!hasNone && (
        <span className={styles.role}>
          {ROLE_WORDS[role].name}
          {away && ', away'}
        </span>
      )}
    </>
  )
}
