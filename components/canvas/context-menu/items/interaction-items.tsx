import { useEditor, useValue } from 'tldraw'
import type { InteractionId } from '@/lib/ids'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { KindIcon } from '../../../board/kind-icon'
import { MenuChoice, MenuLine } from '../../../ui/overlays/menus/menu'
import { SubMenu } from '../../../ui/overlays/menus/sub-menu'
import { clientOf } from '../../session/store-client'
import { MODE_CHOICES } from '../../teams/bar/mode-choice'
import type { InteractionShape } from '../../teams/team-shapes'
import { DeleteItem } from './single/delete-item'
import { isHeld } from './is-held'
import type { ItemsProps } from './items-props'
import { ShowItem } from './single/show-item'

interface InteractionItemsProps extends ItemsProps {
  readonly interaction: InteractionShape
  readonly canEdit: boolean
}

/** What can be done with an interaction. */
export function InteractionItems({ interaction, canEdit, later }: InteractionItemsProps): React.ReactNode {
  const editor = useEditor()
  const disabled = useValue('held', () => isHeld(editor, [interaction]), [editor, interaction])
  const { mode, interactionId } = interaction.props
  const setMode = (next: string): void =>
    later(() => clientOf(editor).teams.setMode(interactionId as InteractionId, next as InteractionModeId))
  if (!canEdit) return <ShowItem later={later} />
  return (
    <>
      <SubMenu icon={<KindIcon mode={mode} />} label="Mode" disabled={disabled}>
        <MenuChoice value={mode} onChange={setMode} choices={MODE_CHOICES} />
      </SubMenu>
      <ShowItem later={later} />
      <MenuLine />
      <DeleteItem shapes={[interaction]} later={later} />
    </>
  )
}
