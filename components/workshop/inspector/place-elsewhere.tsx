'use client'

import { useValue } from '@tldraw/state-react'
import { findTemplate } from '@/lib/templates/catalogue'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Chevron } from '../../ui/controls/chevron'
import { Menu } from '../../ui/overlays/menus/menu'
import { placeAsChosen } from '../tray/placing/choice'
import { PlacingChoices } from '../tray/placing/placing-choices'
import styles from './inspector.module.css'

/** Puts an initiative on a template on which it does not stand yet: one piece of work, seen from several sides. */
export function PlaceElsewhere({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const instances = useValue(client.view.instances)
  const standing = useValue(client.view.standingTeams)
  const taken = useValue(client.view.placements(id)).map(({ instanceId }) => instanceId)
  const isOpen = instances.some(({ id: instanceId, templateId }) => {
    if (taken.includes(instanceId)) return false
    const hasTeams = standing.some(({ instance }) => instance.id === instanceId)
    return hasTeams || (findTemplate(templateId)?.plots.length ?? 0) > 0
  })
  if (!canEdit || !isOpen) return null
  return (
    <Menu
      label="Place it on"
      align="start"
      trigger={
        <Button size="small" className={styles.elsewhere}>
          {taken.length === 0 ? 'Place it' : 'Place it elsewhere too'}
          <Chevron opens="over" />
        </Button>
      }
    >
      <PlacingChoices except={taken} onPick={(choice) => placeAsChosen(client, id, choice)} />
    </Menu>
  )
}
