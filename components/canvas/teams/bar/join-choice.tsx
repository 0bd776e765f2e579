import { Shapes } from 'lucide-react'
import { useEditor } from 'tldraw'
import { Menu } from '../../../ui/overlays/menus/menu'
import { useFocusTaken } from '../../../ui/overlays/use-focus-taken'
import { clientOf } from '../../session/store-client'
import type { TeamPair } from '../team-shapes'
import { BarTrigger } from './bar-trigger'
import { JoinItems } from './join-items'

/** Joins the two selected teams by an interaction. */
export function JoinChoice({ teams }: { readonly teams: TeamPair }): React.ReactNode {
  const { canvas } = clientOf(useEditor())
  const { take, onCloseAutoFocus } = useFocusTaken()
  const icon = <Shapes size={16} strokeWidth={1.75} aria-hidden="true" />
  return (
    <Menu
      bar="floating"
      label="Join these two"
      align="start"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={<BarTrigger icon={icon} value="Join these two" />}
    >
      <JoinItems teams={teams} onPick={(mode) => take(() => canvas.get()?.addInteraction(mode))} />
    </Menu>
  )
}
