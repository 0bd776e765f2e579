import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { TeamId } from '@/lib/ids'
import { MenuItem, MenuLabel } from '../../../ui/overlays/menus/menu'
import { showShape } from '../../moving/travel/show-shape'
import { clientOf } from '../../session/store-client'
import { saidName } from '../team-facts'
import { teamInitiativesOf, type TeamInitiative } from './team-initiatives'

/** The work of a team, each with the way to its card; to its details where no card of it stands. */
export function InitiativeItems(props: {
  readonly teamId: TeamId
  /** Runs what an entry does once the menu has closed. */
  readonly later: (action: () => void) => void
}): React.ReactNode {
  const { teamId, later } = props
  const editor = useEditor()
  const initiatives = useValue('initiatives', () => teamInitiativesOf(editor, teamId), [editor, teamId])
  const name = useValue('name', () => saidName(editor, teamId), [editor, teamId])
  const show = ({ id, shapeId }: TeamInitiative): void => {
    if (shapeId === null) clientOf(editor).inspected.set([id])
    else showShape(editor, shapeId as TLShapeId)
  }
  return (
    <>
      <MenuLabel>What {name} works on</MenuLabel>
      {initiatives.map((one) => (
        <MenuItem key={one.id} meaning={one.where} onSelect={() => later(() => show(one))}>
          {one.title}
        </MenuItem>
      ))}
    </>
  )
}
