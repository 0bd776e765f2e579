'use client'

import { useValue } from '@tldraw/state-react'
import { ChevronDown } from 'lucide-react'
import { Fragment } from 'react'
import { nameInstances } from '@/lib/board/places/instance-names'
import { findTemplate } from '@/lib/templates/catalogue'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Menu, MenuItem, MenuLabel } from '../../ui/overlays/menu'
import { PlacingChoices } from '../tray/placing-choices'
import styles from './inspector.module.css'

/** Puts an initiative on a template on which it does not stand yet: one piece of work, seen from several sides. */
export function PlaceElsewhere({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const instances = useValue(client.view.instances)
  const standing = useValue(client.view.standingTeams)
  const taken = useValue(client.view.placements(id)).map(({ instanceId }) => instanceId)
  const isOpen = (instanceId: InstanceId): boolean => !taken.includes(instanceId)
  const hasCurves = instances.some(
    (one) => isOpen(one.id) && (findTemplate(one.templateId)?.plots.length ?? 0) > 0,
  )
  const maps = instances.filter(
    (one) => isOpen(one.id) && standing.some(({ instance }) => instance.id === one.id),
  )
  if (!canEdit || (!hasCurves && maps.length === 0)) return null
  const names = nameInstances(instances)
  return (
    <Menu
      label="Place it on"
      align="start"
      trigger={
        <Button size="small" className={styles.elsewhere}>
          {taken.length === 0 ? 'Place it' : 'Place it elsewhere too'}
          <ChevronDown size={16} strokeWidth={1.75} />
        </Button>
      }
    >
      <PlacingChoices
        except={taken}
        onPick={({ instanceId, curve, x }) =>
          client.commands.placeOnCurve(id, instanceId, { curveId: curve.id, ...(x !== null && { x }) })
        }
      />
      {maps.map((map) => (
        <Fragment key={map.id}>
          <MenuLabel>On “{names.get(map.id) ?? ''}”, give it to…</MenuLabel>
          {standing
            .filter(({ instance }) => instance.id === map.id)
            .map(({ team }) => (
              <MenuItem key={team.id} onSelect={() => client.commands.placeOnTeam(id, map.id, team.id)}>
                {team.name || 'Unnamed team'}
              </MenuItem>
            ))}
        </Fragment>
      ))}
    </Menu>
  )
}
