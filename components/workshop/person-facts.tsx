import type { PresenceUser } from '@/lib/sync/presence'
import { Avatar } from '../ui/feedback/avatar'
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
  return (
    <>
      <Avatar name={name} colorSlot={colorSlot} star={role === 'facilitator'} away={away} />
      <span className={styles.name}>
        {name}
        {isMe && <span className={styles.me}> (you)</span>}
      </span>
      <span className={styles.role}>
        {ROLE_WORDS[role].name}
        {away && ', away'}
      </span>
    </>
  )
}
