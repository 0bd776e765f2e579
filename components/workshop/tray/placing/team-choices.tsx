'use client'

import { useValue } from '@tldraw/state-react'
import type { InstanceId } from '@/lib/ids'
import { teamLabel } from '@/lib/teams/team-name'
import { useBoardClient } from '../../../board/board-context'
import { KindIcon } from '../../../board/kind-icon'
import { MenuItem } from '../../../ui/overlays/menus/menu'
import { SubMenu } from '../../../ui/overlays/menus/sub-menu'
import type { Choice } from './choice'

interface TeamChoicesProps {
  readonly instanceId: InstanceId
  /** What the map is called, where there are several. */
  readonly mapName: string | null
  readonly onPick: (choice: Choice) => void
}

/** Every team that stands on a map, as entries of a menu; nothing while none does. */
export function TeamChoices({ instanceId, mapName, onPick }: TeamChoicesProps) {
  const standing = useValue(useBoardClient().view.standingTeams)
  const teams = standing.filter(({ instance }) => instance.id === instanceId).map(({ team }) => team)
  if (teams.length === 0) return null
  return (
    <SubMenu
      icon={<KindIcon team="stream-aligned" />}
      label={mapName === null ? 'Give it to a team' : `Give it to a team of “${mapName}”`}
    >
      {teams.map((team) => (
        <MenuItem
          key={team.id}
          icon={<KindIcon team={team.type} />}
          onSelect={() => onPick({ instanceId, team })}
        >
          {teamLabel(team.name)}
        </MenuItem>
      ))}
    </SubMenu>
  )
}
