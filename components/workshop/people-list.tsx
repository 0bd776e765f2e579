'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../board/board-context'
import { Avatar } from '../ui/feedback/avatar'
import styles from './people-list.module.css'
import { ROLE_WORDS } from './role-words'

/** Who is on the board now: name, role, and whether they are away from their keyboard. */
export function PeopleList() {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const away = new Set(useValue(client.presence.away))
  const me = useValue(client.me)
  return (
    <ul>
      {people.map((person) => {
        const { personId, name, role, colorSlot } = person
        const isAway = away.has(personId)
        return (
          <li key={personId} className={styles.person}>
            <Avatar name={name} colorSlot={colorSlot} star={role === 'facilitator'} away={isAway} />
            <span className={styles.name}>
              {name}
              {personId === me.personId && <span className={styles.me}> (you)</span>}
            </span>
            <span className={styles.role}>
              {ROLE_WORDS[role].name}
              {isAway && ', away'}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
