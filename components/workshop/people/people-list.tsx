'use client'

import { useValue } from '@tldraw/state-react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { FollowLine } from '../moving/follow-line'
import styles from './people-list.module.css'
import { ChangeName } from './own/change-name'
import { PersonMenu } from './person-menu'
import { PersonFacts } from './person-facts'

/**
 * Who is on the board now: name, role, and whether they are away; in a popover the others can be followed. Everybody
 * changes their own name; a facilitator decides what the others may do.
 */
export function PeopleList({ canFollow = false }: { readonly canFollow?: boolean }) {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const away = new Set(useValue(client.presence.away))
  const me = useValue(client.me)
  return (
    <ul>
      {people.map((person) => {
        const { personId } = person
        const isMe = personId === me.personId
        const facts = <PersonFacts person={person} away={away.has(personId)} isMe={isMe} />
        return (
          <li key={personId} className={styles.line}>
            {canFollow && !isMe ? (
              <FollowLine person={person}>{facts}</FollowLine>
            ) : (
              <div className={styles.person}>{facts}</div>
            )}
            {isMe && <ChangeName name={person.name} />}
            {can(me.role, 'manage') && !isMe && <PersonMenu person={person} />}
          </li>
        )
      })}
    </ul>
  )
}
