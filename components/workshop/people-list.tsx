'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../board/board-context'
import { FollowLine } from './moving/follow-line'
import styles from './people-list.module.css'
import { PersonFacts } from './person-facts'

/** Who is on the board now: name, role, and whether they are away; in a popover the others can be followed. */
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
        return canFollow && !isMe ? (
          <li key={personId}>
            <FollowLine person={person}>{facts}</FollowLine>
          </li>
        ) : (
          <li key={personId} className={styles.person}>
            {facts}
          </li>
        )
      })}
    </ul>
  )
}
