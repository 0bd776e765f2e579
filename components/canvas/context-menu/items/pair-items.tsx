import { Shapes } from 'lucide-react'
import { useEditor } from 'tldraw'
import { MenuLine } from '../../../ui/overlays/menus/menu'
import { SubMenu } from '../../../ui/overlays/menus/sub-menu'
import { clientOf } from '../../session/store-client'
import { JoinItems } from '../../teams/bar/join-items'
import type { TeamPair } from '../../teams/team-shapes'
import { ICON, type ItemsProps } from './items-props'
import { MixtureItems } from './mixture-items'

interface PairItemsProps extends ItemsProps {
  readonly teams: TeamPair
  readonly canEdit: boolean
}

/** What can be done with two teams of one map. */
export function PairItems({ teams, canEdit, later }: PairItemsProps): React.ReactNode {
  const { canvas } = clientOf(useEditor())
  return (
    <>
      {canEdit && (
        <>
          <SubMenu icon={<Shapes {...ICON} />} label="Join these two">
            <JoinItems teams={teams} onPick={(mode) => later(() => canvas.get()?.addInteraction(mode))} />
          </SubMenu>
          <MenuLine />
        </>
      )}
      <MixtureItems shapes={teams} canEdit={canEdit} later={later} />
    </>
  )
}
