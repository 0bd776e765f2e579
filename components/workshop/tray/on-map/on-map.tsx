'use client'

import { useValue } from '@tldraw/state-react'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { cardShapeId, teamOfTarget } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/places/instance-names'
import type { InitiativeId } from '@/lib/ids'
import { saidTeam } from '@/lib/teams/team-name'
import { isTeamMap } from '@/lib/templates/is-team-map'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardView } from '../../../board/board-client'
import { useBoardClient } from '../../../board/board-context'
import { asksForMenu } from '../../keys/asks-for-menu'
import { focusBeside } from '../focus-beside'
import { OnMapMenu } from './on-map-menu'
import styles from './on-map-only.module.css'

/** A card that left the list for a map: a press shows where it stands, a right click says what else can be done. */
export function OnMap({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const title = useValue(client.view.initiative(id))?.title
  const place = useValue('its place', () => placeOnMap(client.view, id), [client, id])
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
        <span className={styles.where}>{place.where}</span>
      </button>
      {/* It has to be there before the key that opens it: only then is its first entry chosen. */}
      {(hasKeyboard || menuAt) && (
        <OnMapMenu
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

/** On its team; on the map where it lies loose there. */
function placeOnMap(view: BoardView, id: InitiativeId): { shapeId: string; where: string } | null {
  const places = view.placements(id).get()
  const onTeam = places.find(({ placement }) => teamOfTarget(placement.target))
  const instances = view.instances.get()
  const loose = places.find(({ instanceId }) =>
    instances.some((instance) => instance.id === instanceId && isTeamMap(instance)),
  )
  const place = onTeam ?? loose
  if (!place) return null
  const team = teamOfTarget(place.placement.target)
  const name = team
    ? saidTeam(view.team(team).get()?.name ?? '')
    : `“${nameInstances(instances).get(place.instanceId) ?? ''}”`
  return { shapeId: cardShapeId(id, place.instanceId), where: `on ${name}` }
}
