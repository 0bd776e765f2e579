import { browserPreferences } from '../../board/preferences'
import { pickShortcut } from './pick-shortcut'
import type { KeyDesk } from './shortcuts'

const TYPED_IN = 'input, textarea, select, [contenteditable="true"]'
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Binds every shortcut of this person to the page, the canvas included. Answers with its undo. */
export function bindKeys(desk: KeyDesk): () => void {
  const { client } = desk
  const handleKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    if (event.isComposing || isIn(target, OWN_KEYS)) return
    // The canvas may have taken Escape for something of its own; who follows is let go all the same.
    if (event.key === 'Escape') client.canvas.get()?.stopFollowing()
    if (event.defaultPrevented || (isIn(target, TYPED_IN) && !isFind(event))) return
    const shortcut = pickShortcut(event, {
      role: client.me.get().role,
      canEdit: client.canEdit.get(),
      // After a drag from the list, or a press beside everything, the page itself has the keyboard.
      inCanvas: target === document.body || isIn(target, '.tl-container'),
      singleKeys: browserPreferences().singleKeys.value.get(),
    })
    if (!shortcut?.run) return
    event.preventDefault()
    shortcut.run(desk)
  }
  window.addEventListener('keydown', handleKey)
  return () => window.removeEventListener('keydown', handleKey)
}

function isIn(target: Element | null, selector: string): boolean {
  return target !== null && target.closest(selector) !== null
}

/** Who types elsewhere on the page and asks to find something means the board as well. */
function isFind(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
}
