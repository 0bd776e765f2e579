'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { cardShapeId, teamOfTarget } from '@/lib/board/layout'
import type { InitiativeId } from '@/lib/ids'
import type { BoardView } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { Fold } from '../../ui/controls/fold'
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

function OnTeam({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const title = useValue(client.view.initiative(id))?.title
  const place = useValue('its team', () => placeOnTeam(client.view, id), [client, id])
  if (!place) return null
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.row}
        onClick={() => client.canvas.get()?.showShape(place.shapeId)}
      >
        <span className={styles.title}>{title || 'Untitled'}</span>
        <span className={styles.where}>on {place.team}</span>
      </button>
    </li>
  )
}

function placeOnTeam(view: BoardView, id: InitiativeId): { shapeId: string; team: string } | null {
  for (const { instanceId, placement } of view.placements(id).get()) {
    const team = teamOfTarget(placement.target)
    if (!team) continue
    return {
      shapeId: cardShapeId(id, instanceId),
      team: view.team(team).get()?.name || 'a team without a name',
    }
  }
  return null
}
