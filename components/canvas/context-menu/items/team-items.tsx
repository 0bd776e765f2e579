import { useEditor, useValue } from 'tldraw'
import type { TeamId } from '@/lib/ids'
import type { TeamTypeId } from '@/lib/teams/team-types'
import { KindIcon } from '../../../board/kind-icon'
import { MenuChoice, MenuLine } from '../../../ui/overlays/menus/menu'
import { SubMenu } from '../../../ui/overlays/menus/sub-menu'
import { clientOf } from '../../session/store-client'
import type { TeamShape } from '../../teams/team-shapes'
import { TYPE_CHOICES } from '../../teams/bar/type-choice'
import { DeleteItem } from './single/delete-item'
import { isHeld } from './is-held'
import type { ItemsProps } from './items-props'
import { RenameItem } from './single/rename-item'
import { ShowItem } from './single/show-item'

interface TeamItemsProps extends ItemsProps {
  readonly team: TeamShape
  readonly canEdit: boolean
}

/** What can be done with a team. */
export function TeamItems({ team, canEdit, later }: TeamItemsProps): React.ReactNode {
  const editor = useEditor()
  const disabled = useValue('held', () => isHeld(editor, [team]), [editor, team])
  const { teamType, teamId } = team.props
  const setType = (type: string): void =>
    later(() => clientOf(editor).teams.setType(teamId as TeamId, type as TeamTypeId))
  if (!canEdit) return <ShowItem later={later} />
  return (
    <>
      <RenameItem hint="Enter" later={later} />
      <SubMenu icon={<KindIcon team={teamType} />} label="Type" disabled={disabled}>
        <MenuChoice value={teamType} onChange={setType} choices={TYPE_CHOICES} />
      </SubMenu>
      <ShowItem later={later} />
      <MenuLine />
      <DeleteItem shapes={[team]} later={later} />
    </>
  )
}
