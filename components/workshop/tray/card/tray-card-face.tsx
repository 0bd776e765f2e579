'use client'

import type { ComponentPropsWithRef } from 'react'
import type { Initiative } from '@/lib/board/layout'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { JointedText } from '../../../board/text/jointed-text'
import styles from './tray-card.module.css'

interface TrayCardFaceProps extends ComponentPropsWithRef<'button'> {
  readonly initiative: Initiative
  readonly editable: boolean
  readonly menuOpen: boolean
}

/** A card of the tray as it lies there, small: its title and who has it. */
export function TrayCardFace({ initiative, editable, menuOpen, ...rest }: TrayCardFaceProps) {
  const { title, team, owner } = initiative
  const facts = [team, owner].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className={styles.body}
      data-tray-card={initiative.id}
      data-editable={editable || undefined}
      aria-haspopup={editable ? 'menu' : undefined}
      aria-expanded={editable ? menuOpen : undefined}
      onDragStart={(event) => event.preventDefault()}
      {...rest}
    >
      <span className={styles.title} data-empty={title === '' || undefined}>
        <JointedText text={titleLabel(title)} />
      </span>
      {facts !== '' && <span className={styles.facts}>{facts}</span>}
    </button>
  )
}
