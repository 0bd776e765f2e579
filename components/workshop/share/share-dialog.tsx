'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { Role } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Skeleton } from '../../ui/feedback/skeleton'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { PeopleList } from '../people/people-list'
import { isInTouch } from '../../board/sync/is-in-touch'
import { hereWords } from '../people/here-words'
import { LinkRow } from './link-row'
import { LocalNote } from './local-note'
import { QrScreen } from './qr-screen'
import styles from './share-dialog.module.css'
import { useSharedLinks } from './use-shared-links'

interface ShareDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The order in which links are handed out most. */
const SHOWN: readonly Role[] = ['participant', 'viewer', 'facilitator']

export function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      isSteady
      title="Share this board"
      description="Whoever opens a link only types a name; nobody needs an account."
    >
      <LinkList />
      <PeopleHere />
    </Dialog>
  )
}

function LinkList() {
  const client = useBoardClient()
  const { boardId } = client
  const title = useValue(client.title)
  const { links, fault, replace, end, said } = useSharedLinks(boardId)
  const [shownRole, setShownRole] = useState<Role | null>(null)
  // One question at a time: two that look alike are answered in the wrong place.
  const [question, setQuestion] = useState<{ role: Role; is: 'asked' | 'answered' } | null>(null)

  return (
    <>
      {links && <LocalNote address={links.participant.address} what="links" />}
      {fault && (
        <div className={styles.failed} role="alert">
          <p>{fault.sentence}</p>
          {fault.retry && <Button onClick={fault.retry}>Try again</Button>}
        </div>
      )}
      <ul className={styles.list} aria-busy={links === null && !fault}>
        {SHOWN.map((role) =>
          links ? (
            <LinkRow
              key={role}
              role={role}
              link={links[role]}
              question={question?.role === role ? question.is : null}
              onAsk={() => setQuestion({ role, is: 'asked' })}
              onAnswer={() => setQuestion({ role, is: 'answered' })}
              onShowCode={() => setShownRole(role)}
              onReplace={() => replace(role)}
              onEnd={(lastsMs) => end(role, lastsMs)}
            />
          ) : (
            !fault && (
              <li key={role}>
                <Skeleton height="116px" />
              </li>
            )
          ),
        )}
      </ul>
      {/* Below what is pressed, so that it moves nothing under the hand. */}
      <p role="status" className={said === '' ? styles.silent : styles.said}>
        {said}
      </p>
      {shownRole && links && (
        <QrScreen
          boardTitle={title}
          role={shownRole}
          address={links[shownRole].address}
          onClose={() => setShownRole(null)}
        />
      )}
    </>
  )
}

function PeopleHere() {
  const client = useBoardClient()
  const people = useValue(client.presence.people)
  const state = useValue(client.toldState)
  return (
    <section aria-labelledby="people-here">
      <h3 id="people-here" className={styles.heading}>
        {hereWords(people.length, isInTouch(state))}
      </h3>
      <div className={styles.people}>
        <PeopleList />
      </div>
    </section>
  )
}
