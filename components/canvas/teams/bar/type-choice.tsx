import { useEditor } from 'tldraw'
import type { TeamId } from '@/lib/ids'
import { TEAM_TYPES, teamTypeOf, type TeamTypeId } from '@/lib/teams/team-types'
import { KindIcon } from '../../../board/kind-icon'
import { Menu, MenuChoice } from '../../../ui/overlays/menus/menu'
import { clientOf } from '../../session/store-client'
import { BarTrigger } from './bar-trigger'
import type { TeamShape } from '../team-shapes'

/** What a team can be, as a choice in a menu. */
export const TYPE_CHOICES = TEAM_TYPES.map(({ id, name, meaning }) => ({
  value: id,
  label: name,
  meaning,
  icon: <KindIcon team={id} />,
}))

/** Says what type a team is. */
export function TypeChoice({ shape }: { readonly shape: TeamShape }): React.ReactNode {
  const editor = useEditor()
  const { teamType, teamId } = shape.props
  const trigger = (
    <BarTrigger icon={<KindIcon team={teamType} />} label="Type" value={teamTypeOf(teamType).name} />
  )
  return (
    <Menu bar="floating" label="Type of the team" align="start" trigger={trigger}>
      <MenuChoice
        value={teamType}
        onChange={(type) => clientOf(editor).teams.setType(teamId as TeamId, type as TeamTypeId)}
        choices={TYPE_CHOICES}
      />
    </Menu>
  )
}
