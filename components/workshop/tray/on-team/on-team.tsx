'use client'

import { useValue } from '@tldraw/state-react'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { cardShapeId, teamOfTarget } from '@/lib/board/layout'
import type { InitiativeId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/title-label'
import type { BoardView } from '../../../board/board-client'
import { useBoardClient } from '../../../board/board-context'
import { asksForMenu } from '../../keys/asks-for-menu'
import { focusBeside } from '../focus-beside'
import { OnTeamMenu } from './on-team-menu'
import styles from './on-team-only.module.css'

/** A card that left the list for a team: a press shows where it stands, a right click says what else can be done. */
export function OnTeam({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const title = useValue(client.view.initiative(id))?.title
  const place = useValue('its team', () => placeOnTeam(client.view, id), [client, id])
  const row = useRef<HTMLButtonElement>(null)
  const [hasKeyboard, setHasKeyboard] = useState(false)
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  if (!place) return null

  const handleContextMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    setMenuAt({ x: event.clientX, y: event.clientY })
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (!asksForMenu(event)) return
    event.preventDefault()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    setMenuAt({ x: left, y: bottom })
  }
  const show = () => client.canvas.get()?.showShape(place.shapeId)
  return (
    <li className={styles.item}>
      <button
        ref={row}
        type="button"
        className={styles.row}
        onFocus={() => setHasKeyboard(true)}
        onBlur={() => setHasKeyboard(false)}
        onClick={show}
        onContextMenu={handleContextMenu}
        onKeyDown={handleKey}
      >
        <span className={styles.title}>{titleLabel(title)}</span>
        <span className={styles.where}>on {place.team}</span>
      </button>
      {/* It has to be there before the key that opens it: only then is its first entry chosen. */}
      {(hasKeyboard || menuAt) && (
        <OnTeamMenu
          id={id}
          title={title ?? ''}
          at={menuAt}
          onShow={show}
          onClose={() => setMenuAt(null)}
          onKeyboardFree={() => row.current?.focus()}
          onLeaving={() => focusBeside(row.current)}
        />
      )}
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
