'use client'

import { QrCode, RefreshCw, TriangleAlert } from 'lucide-react'
import type { Role } from '@/lib/access/roles'
import { Button } from '../../ui/controls/button'
import { Chevron } from '../../ui/controls/chevron'
import { CopyField } from '../../ui/controls/fields/copy-field'
import { Menu, MenuChoice, MenuLabel } from '../../ui/overlays/menus/menu'
import { ROLE_WORDS } from '../role-words'
import { ENDED_GIVES, ENDLESS, expiryWords, hasEnded, LINK_LIVES } from './expiry-words'
import styles from './link-row.module.css'
import type { SharedLink } from './share-calls'

interface LinkRowProps {
  readonly role: Role
  readonly link: SharedLink
  /** Whether this link is to be replaced is being asked, or was answered last, of all links. */
  readonly question: 'asked' | 'answered' | null
  readonly onAsk: () => void
  readonly onAnswer: () => void
  readonly onShowCode: () => void
  readonly onReplace: () => void
  /** For how long from now on; null: without end. */
  readonly onEnd: (lastsMs: number | null) => void
}

/** What goes when a new link takes the place of an old one. */
const LOST = 'The old link stops working at once.'
const LOST_WHERE_ENDED = 'The old link has ended and can then be given no more time.'

const ICON = { size: 16, strokeWidth: 1.75 } as const

/** One link: what it gives away, the address to copy, and what can be done with it. */
export function LinkRow(props: LinkRowProps) {
  const { role, link, question, onAsk, onAnswer, onShowCode, onReplace, onEnd } = props
  const isOver = hasEnded(link.expiresAt, Date.now())
  const replace = () => {
    onAnswer()
    onReplace()
  }
  return (
    <li className={styles.link} data-role={role} data-over={isOver || undefined}>
      <div className={styles.head}>
        <p className={styles.name}>
          {ROLE_WORDS[role].name} link
          {role === 'facilitator' && <TriangleAlert {...ICON} aria-hidden />}
        </p>
        <LifeMenu role={role} expiresAt={link.expiresAt} isOver={isOver} onEnd={onEnd} />
      </div>
      <p className={styles.gives}>{isOver ? ENDED_GIVES : ROLE_WORDS[role].gives}</p>
      {/* The link a workshop is held with; the others are for few. */}
      <CopyField label={`${role} link`} value={link.address} primary={role === 'participant' && !isOver} />
      {question === 'asked' ? (
        <AskToReplace role={role} isOver={isOver} onKeep={onAnswer} onReplace={replace} />
      ) : (
        <div className={styles.more}>
          {/* A facilitator link on a projector would hand the board to the whole room. */}
          {role !== 'facilitator' && !isOver && (
            <Button
              size="small"
              look="quiet"
              onClick={onShowCode}
              aria-label={`Show the QR code of the ${role} link`}
            >
              <QrCode {...ICON} />
              QR code
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            // The question has taken its place, and the keyboard with it.
            autoFocus={question === 'answered'}
            onClick={onAsk}
            aria-label={`New link in place of this ${role} link`}
          >
            <RefreshCw {...ICON} />
            New link
          </Button>
        </div>
      )}
    </li>
  )
}

interface LifeMenuProps extends Pick<LinkRowProps, 'role' | 'onEnd'>, Pick<SharedLink, 'expiresAt'> {
  readonly isOver: boolean
}

function LifeMenu({ role, expiresAt, isOver, onEnd }: LifeMenuProps) {
  const words = expiryWords(expiresAt, Date.now())
  return (
    <Menu
      label={`How long the ${role} link works`}
      align="end"
      trigger={
        <Button
          size="small"
          look={isOver ? 'secondary' : 'quiet'}
          className={styles.life}
          aria-label={`${words}. Change how long the ${role} link works`}
        >
          {words}
          <Chevron opens="over" />
        </Button>
      }
    >
      <MenuLabel>From now on</MenuLabel>
      <MenuChoice
        value={expiresAt === null ? ENDLESS : ''}
        choices={LINK_LIVES}
        onChange={(chosen) => onEnd(LINK_LIVES.find(({ value }) => value === chosen)?.lastsMs ?? null)}
      />
    </Menu>
  )
}

interface AskToReplaceProps extends Pick<LinkRowProps, 'role' | 'onReplace'> {
  readonly isOver: boolean
  readonly onKeep: () => void
}

function AskToReplace({ role, isOver, onKeep, onReplace }: AskToReplaceProps) {
  return (
    <div className={styles.asking} role="group" aria-label={`New ${role} link`}>
      <p>{isOver ? LOST_WHERE_ENDED : LOST} Whoever is on the board stays.</p>
      <Button size="small" autoFocus onClick={onKeep}>
        Keep the old one
      </Button>
      <Button size="small" look="danger" onClick={onReplace}>
        Make a new link
      </Button>
    </div>
  )
}
