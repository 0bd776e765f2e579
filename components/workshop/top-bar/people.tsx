'use client'

import { useValue } from '@tldraw/state-react'
import { ChevronDown } from 'lucide-react'
import { can } from '@/lib/access/roles'
import type { PresenceUser } from '@/lib/sync/presence'
import { useBoardClient } from '../../board/board-context'
import { Avatar } from '../../ui/feedback/avatar'
import { Popover } from '../../ui/overlays/popover'
import { Tooltip } from '../../ui/overlays/tooltip'
import { isNameless } from '../entry/person-name'
import { useFollow } from '../moving/use-follow'
import { AbsentPeople } from '../people/absent-people'
import { OwnFace } from '../people/own-face'
import { PeopleList } from '../people-list'
import { count } from '../count'
import styles from './people.module.css'

const SHOWN = 5
const SHOWN_NARROW = 1

/** Who is here: a face per person to follow them by, and everybody by name behind it. */
export function People() {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const away = new Set(useValue(client.presence.away))
  const me = useValue(client.me)
  if (people.length === 0) return null
  const label = people.length === 1 ? 'Only you are here' : `${count(people.length, 'person', 'people')} here`
  const shown = people.slice(0, SHOWN)
  return (
    <div className={styles.people}>
      <div className={styles.faces}>
        {shown.map((person, index) => (
          <Face key={person.personId} person={person} away={away.has(person.personId)} over={SHOWN - index} />
        ))}
      </div>
      <Popover
        label="People on this board"
        trigger={
          <button type="button" className={styles.stack} aria-label={label}>
            {people.slice(0, SHOWN_NARROW).map((person) => (
              <span key={person.personId} className={`${styles.one} ${styles.narrow}`}>
                <Avatar {...toAvatar(person, me.personId)} away={away.has(person.personId)} />
              </span>
            ))}
            <More over={people.length - SHOWN} className={styles.wide} />
            <More over={people.length - SHOWN_NARROW} className={styles.narrow} />
            <ChevronDown className={styles.wide} size={16} strokeWidth={1.75} />
          </button>
        }
      >
        <p className={styles.heading}>{label}</p>
        <PeopleList canFollow />
        {can(me.role, 'manage') && <AbsentPeople />}
      </Popover>
    </div>
  )
}

interface FaceProps {
  readonly person: PresenceUser
  readonly away: boolean
  /** How many faces it lies over. */
  readonly over: number
}

/** Where a hand points finely each face is a button of its own; elsewhere the list has larger ones. */
function Face({ person, away, over }: FaceProps) {
  const { isMe, isFollowed, toggle } = useFollow(person.personId)
  if (isMe) return <OwnFace person={person} away={away} over={over} />
  const words = isFollowed ? `Stop following ${person.name}` : `Follow ${person.name}`
  return (
    <Tooltip label={words}>
      <button
        type="button"
        className={`${styles.one} ${styles.face}`}
        style={{ zIndex: over, '--hand': `var(--person-${person.colorSlot})` } as React.CSSProperties}
        aria-label={words}
        aria-pressed={isFollowed}
        onClick={toggle}
      >
        <Avatar {...toAvatar(person, null)} away={away} />
      </button>
    </Tooltip>
  )
}

function More({ over, className }: { readonly over: number; readonly className: string | undefined }) {
  if (over <= 0) return null
  return <span className={`${styles.more} ${className}`} data-more={`+${over}`} />
}

function toAvatar({ personId, name, colorSlot, role }: PresenceUser, myId: string | null) {
  const hasNone = personId === myId && isNameless(name)
  return { name, colorSlot, star: role === 'facilitator', ...(hasNone && { initials: 'You' }) }
}
