'use client'

import { useValue } from '@tldraw/state-react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { Chevron } from '../../ui/controls/chevron'
import { Popover } from '../../ui/overlays/popover'
import { useFollow } from '../moving/use-follow'
import { isInTouch } from '../../board/sync/is-in-touch'
import { AbsentPeople } from '../people/absent-people'
import { FaceButton, type FaceProps } from '../people/face-button'
import { hereWords } from '../people/here-words'
import { OwnFace } from '../people/own/own-face'
import { PersonAvatar } from '../people/person-avatar'
import { PeopleList } from '../people/people-list'
import styles from './people.module.css'

const SHOWN = 5
const SHOWN_NARROW = 1

/** Who is here: a face per person to follow them by, and everybody by name behind it. */
export function People() {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const away = new Set(useValue(client.presence.away))
  const me = useValue(client.me)
  const state = useValue(client.toldState)
  if (people.length === 0) return null
  const label = hereWords(people.length, isInTouch(state))
  const shown = people.slice(0, SHOWN)
  return (
    <div className={styles.people}>
      <div className={styles.faces}>
        {shown.map((person, index) => (
          <Face key={person.personId} person={person} away={away.has(person.personId)} over={SHOWN - index} />
        ))}
      </div>
      <Popover
        bar="top"
        label="People on this board"
        trigger={
          <button type="button" className={styles.stack} aria-label={label}>
            {people.slice(0, SHOWN_NARROW).map((person) => (
              <span key={person.personId} className={`${styles.one} ${styles.narrow}`}>
                <PersonAvatar
                  person={person}
                  away={away.has(person.personId)}
                  isMe={person.personId === me.personId}
                />
              </span>
            ))}
            <More over={people.length - SHOWN} className={styles.wide} />
            <More over={people.length - SHOWN_NARROW} className={styles.narrow} />
            <Chevron opens="over" className={styles.wide} />
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

/** Where a hand points finely each face is a button of its own; elsewhere the list has larger ones. */
function Face(props: FaceProps) {
  const { personId, name } = props.person
  const { isMe, isFollowed, toggle } = useFollow(personId)
  if (isMe) return <OwnFace {...props} />
  const words = isFollowed ? `Stop following ${name}` : `Follow ${name}`
  return <FaceButton {...props} words={words} pressed={isFollowed} onClick={toggle} />
}

function More({ over, className }: { readonly over: number; readonly className: string | undefined }) {
  if (over <= 0) return null
  return <span className={`${styles.more} ${className}`} data-more={`+${over}`} />
}
