'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import { openedWords } from '../entry/my-boards/card/opened-words'
import { Button } from '../../ui/controls/button'
import styles from './people-list.module.css'
import { ROLE_WORDS } from '../role-words'
import type { Members } from './member-calls'
import { PersonAvatar } from './person-avatar'
import { PersonMenu } from './person-menu'
import { useMembers } from './use-members'

/** Who joined the board and is not on it now, for facilitators, who decide about them as about those who are. */
export function AbsentPeople() {
  const client = useBoardClient()
  const here = new Set(useValue(client.presence.people).map(({ personId }) => personId))
  const [changes, setChanges] = useState(0)
  const found = useMembers(client.boardId, `${[...here].sort().join()} ${changes}`)
  const headingId = useId()
  const heading = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    // The line that had the focus may be gone; the keyboard goes on from the list it was in.
    if (changes > 0 && document.activeElement === document.body) heading.current?.focus()
  }, [changes, found])

  return (
    <>
      <p id={headingId} ref={heading} tabIndex={-1} className={styles.heading}>
        Not here now
      </p>
      {found === null && changes > 0 && <p className={styles.note}>Trying again…</p>}
      {found !== null && 'refusal' in found && (
        <div className={styles.note} role="alert">
          <p>The list of who else joined did not come. {found.refusal.sentence}</p>
          {found.refusal.mayRetry && (
            <Button size="small" look="quiet" onClick={() => setChanges((before) => before + 1)}>
              Try again
            </Button>
          )}
        </div>
      )}
      {found !== null && 'members' in found && (
        <AbsentList
          {...found}
          members={found.members.filter(({ personId }) => !here.has(personId))}
          labelledBy={headingId}
          onChanged={() => setChanges((before) => before + 1)}
        />
      )}
    </>
  )
}

interface AbsentListProps extends Members {
  readonly labelledBy: string
  readonly onChanged: () => void
}

function AbsentList({ members, isWhole, now, labelledBy, onChanged }: AbsentListProps) {
  return (
    <>
      {members.length === 0 ? (
        <p className={styles.note}>Everybody who joined is here.</p>
      ) : (
        <ul aria-labelledby={labelledBy}>
          {members.map((person) => (
            <li key={person.personId} className={styles.line}>
              <AbsentPerson person={person} now={now} />
              <PersonMenu person={person} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
      {!isWhole && <p className={styles.note}>Listed are those who opened the board last.</p>}
    </>
  )
}

interface AbsentPersonProps {
  readonly person: Members['members'][number]
  readonly now: number
}

function AbsentPerson({ person, now }: AbsentPersonProps) {
  const { name, role, openedAt } = person
  return (
    <div className={styles.person}>
      <PersonAvatar person={person} away />
      <span className={styles.name}>
        {name}
        <span className={styles.opened}>Last opened {openedWords(openedAt, now)}</span>
      </span>
      <span className={styles.role}>{ROLE_WORDS[role].name}</span>
    </div>
  )
}
