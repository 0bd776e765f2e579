import { useEditor, useReactor, useValue } from 'tldraw'
import { MenuAt } from '../../../ui/overlays/menus/menu-at'
import { menuGround } from '../../context-menu/menu-ground'
import { menuPlace } from '../../context-menu/menu-place'
import { useKeyboardBack } from '../../context-menu/use-keyboard-back'
import { saidName } from '../team-facts'
import { InitiativeItems } from './initiative-items'
import { openedList } from './opened-list'

/** The list of a team's work, under the number on the team that was pressed. */
export function ChipMenu(): React.ReactNode {
  const editor = useEditor()
  const opened = useValue(openedList(editor))
  const name = useValue('name', () => (opened ? saidName(editor, opened.teamId) : ''), [editor, opened])
  const { later, handleClosed } = useKeyboardBack(openedList(editor))
  const close = (): void => void openedList(editor).set(null)
  // The second press of a double click types the name.
  useReactor('no list over a name', () => void (editor.getEditingShapeId() && close()), [editor])
  const place = opened && menuPlace(opened.at, menuGround(editor))
  return (
    <MenuAt
      label={`Initiatives of ${name}`}
      at={place?.at ?? null}
      side="bottom"
      clearBelowPx={place?.clearBelowPx ?? 0}
      onClose={close}
      onCloseAutoFocus={handleClosed}
    >
      {opened ? <InitiativeItems teamId={opened.teamId} later={later} /> : null}
    </MenuAt>
  )
}
