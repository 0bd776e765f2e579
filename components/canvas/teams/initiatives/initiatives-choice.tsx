import { List } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import type { TeamId } from '@/lib/ids'
import { Menu } from '../../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../../ui/overlays/menus/use-after-menu'
import { BarTrigger } from '../bar/bar-trigger'
import { saidName, teamFactsOf } from '../team-facts'
import type { TeamShape } from '../team-shapes'
import { InitiativeItems } from './initiative-items'

/** Opens the list of what the selected team works on, as a press on its number does. */
export function InitiativesChoice({ shape }: { readonly shape: TeamShape }): React.ReactNode {
  const editor = useEditor()
  const teamId = shape.props.teamId as TeamId
  const { later, onCloseAutoFocus } = useAfterMenu()
  const name = useValue('name', () => saidName(editor, teamId), [editor, teamId])
  const count = useValue('count', () => teamFactsOf(editor, shape.props).loadLines[0]?.[0], [editor, shape])
  if (count === undefined) return null
  return (
    <Menu
      bar="floating"
      label={`Initiatives of ${name}`}
      align="start"
      trigger={
        <BarTrigger
          icon={<List size={16} strokeWidth={1.75} aria-hidden="true" />}
          label="Work"
          value={count}
        />
      }
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <InitiativeItems teamId={teamId} later={later} />
    </Menu>
  )
}
