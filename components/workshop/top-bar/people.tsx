'use client'

import { useValue } from '@tldraw/state-react'
import type { PresenceUser } from '@/lib/sync/presence'
import { useBoardClient } from '../../board/board-context'
import { Avatar } from '../../ui/feedback/avatar'
import { Popover } from '../../ui/overlays/popover'
import { PeopleList } from '../people-list'
import { count } from '../say'
import styles from './people.module.css'

const SHOWN = 5
const SHOWN_NARROW = 1

/** Who is here: a stack of avatars, and everybody by name behind it. */
export function People() {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const away = new Set(useValue(client.presence.away))
  if (people.length === 0) return null
  const label = people.length === 1 ? 'Only you are here' : `${count(people.length, 'person', 'people')} here`
  return (
    <Popover
      label="People on this board"
      trigger={
        <button type="button" className={styles.stack} aria-label={label}>
          {people.slice(0, SHOWN).map((person, index) => (
            <span
              key={person.personId}
              className={styles.one}
              style={{ zIndex: SHOWN - index }}
              data-beyond={index >= SHOWN_NARROW || undefined}
            >
              <Avatar {...toAvatar(person)} away={away.has(person.personId)} />
            </span>
          ))}
          <More over={people.length - SHOWN} className={styles.wide} />
          <More over={people.length - SHOWN_NARROW} className={styles.narrow} />
        </button>
      }
    >
      <p className={styles.heading}>{label}</p>
      <PeopleList />
    </Popover>
  )
}

function More({ over, className }: { readonly over: number; readonly className: string | undefined }) {
  if (over <= 0) return null
  return <span className={`${styles.more} ${className}`}>+{over}</span>
}

function toAvatar(person: PresenceUser) {
  return { name: person.name, colorSlot: person.colorSlot, star: person.role === 'facilitator' }
}
