import type { PresenceUser } from '@/lib/sync/presence'
import { useNameless } from '../entry/use-nameless'
import styles from './people-list.module.css'
import { PersonAvatar } from './person-avatar'
import { standingWords } from './standing-words'

interface PersonFactsProps {
  readonly person: PresenceUser
  readonly away: boolean
  readonly isMe: boolean
}

/** What a line of a list says about somebody. */
export function PersonFacts({ person, away, isMe }: PersonFactsProps) {
  const { name } = person
  const hasNone = useNameless(name) && isMe
  const standing = standingWords(person, { away, nameless: hasNone })
  return (
    <>
      <PersonAvatar person={person} away={away} isMe={isMe} />
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
      {standing && <span className={styles.role}>{standing}</span>}
    </>
  )
}
