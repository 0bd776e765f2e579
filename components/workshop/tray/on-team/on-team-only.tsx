'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardClient } from '../../../board/board-context'
import { Fold } from '../../../ui/controls/fold'
import { OnTeam } from './on-team'
import styles from './on-team-only.module.css'

/** Where cards went that left the list without a curve: each with its team, where a press shows it. */
export function OnTeamOnly() {
  const client = useBoardClient()
  const ids = useValue(client.view.onTeamOnly)
  const [isOpen, setIsOpen] = useState(false)
  if (ids.length === 0) return null
  return (
    <Fold
      className={styles.section}
      summaryClassName={styles.summary}
      summary={`${ids.length} on a team, on no curve`}
      data-testid="on-team-only"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      {isOpen && (
        <ul className={styles.list}>
          {ids.map((id) => (
            <OnTeam key={id} id={id} />
          ))}
        </ul>
      )}
    </Fold>
  )
}
