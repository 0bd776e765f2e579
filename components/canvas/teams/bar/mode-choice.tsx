import { ArrowLeftRight, Users } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import type { InteractionId } from '@/lib/ids'
import { INTERACTION_MODES, interactionModeOf, type InteractionModeId } from '@/lib/teams/interaction-modes'
import { KindIcon } from '../../../board/kind-icon'
import { IconButton } from '../../../ui/controls/icon-button'
import { Menu, MenuChoice } from '../../../ui/overlays/menus/menu'
import { clientOf } from '../../session/store-client'
import { BarTrigger } from './bar-trigger'
import { interactionFactsOf } from '../interaction-facts'
import type { InteractionShape } from '../team-shapes'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
/** What an interaction can be, as a choice in a menu. */
export const MODE_CHOICES = INTERACTION_MODES.map(({ id, name, meaning }) => ({
  value: id,
  label: name,
  meaning,
  icon: <KindIcon mode={id} />,
}))

/** Says what an interaction is, which way it goes and which teams it joins. */
export function ModeChoice({ shape }: { readonly shape: InteractionShape }): React.ReactNode {
  const editor = useEditor()
  const { teams } = clientOf(editor)
  const { mode } = shape.props
  const id = shape.props.interactionId as InteractionId
  const sentence = useValue('sentence', () => interactionFactsOf(editor, shape).sentence, [editor, shape])
  const trigger = (
    <BarTrigger icon={<KindIcon mode={mode} />} label="Mode" value={interactionModeOf(mode).name} />
  )
  return (
    <>
      <Menu bar="floating" label="Mode of the interaction" align="start" trigger={trigger}>
        <MenuChoice
          value={mode}
          onChange={(next) => teams.setMode(id, next as InteractionModeId)}
          choices={MODE_CHOICES}
        />
      </Menu>
      {mode === 'x-as-a-service' ? (
        <IconButton label="Swap who provides and who uses" side="top" onClick={() => teams.swap(id)}>
          <ArrowLeftRight {...ICON} />
        </IconButton>
      ) : null}
      <IconButton label={`Join other teams. Now: ${sentence}`} side="top" onClick={() => teams.askTeams(id)}>
        <Users {...ICON} />
      </IconButton>
    </>
  )
}
