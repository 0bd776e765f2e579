import { useEditor, useValue } from 'tldraw'
import { MenuAt } from '../../ui/overlays/menus/menu-at'
import { ContextMenuItems } from './context-menu-items'
import { menuGround } from './menu-ground'
import { menuPlace } from './menu-place'
import { openedMenu } from './opened-menu'
import { useKeyboardBack } from './use-keyboard-back'
import { whatIsSelected, type Selected } from './what-is-selected'

const LABELS: Readonly<Record<Selected['kind'], string>> = {
  board: 'Board',
  cards: 'Initiatives',
  team: 'Team',
  pair: 'Two teams',
  interaction: 'Interaction',
  drawings: 'What is selected',
  mixture: 'What is selected',
}

/** The menu of what was clicked with the right button, or asked for by its key. */
export function ContextMenu(): React.ReactNode {
  const editor = useEditor()
  const at = useValue(openedMenu(editor))
  // Not read while nobody asks: what is selected changes with every picture of a hand that carries it.
  const selected = useValue('selected', () => whatIsSelected(at ? editor.getSelectedShapes() : []), [
    editor,
    at,
  ])
  const { later, handleClosed } = useKeyboardBack(openedMenu(editor))
  const place = at && menuPlace(at, menuGround(editor))
  return (
    <MenuAt
      label={LABELS[selected.kind]}
      at={place?.at ?? null}
      side={place?.side ?? 'right'}
      clearBelowPx={place?.clearBelowPx ?? 0}
      onClose={() => void openedMenu(editor).set(null)}
      onCloseAutoFocus={handleClosed}
    >
      <ContextMenuItems selected={selected} later={later} />
    </MenuAt>
  )
}
