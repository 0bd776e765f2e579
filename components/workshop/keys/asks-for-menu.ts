import { matchesKey, type KeyPress } from './matches-key'

const MENU_KEYS = ['Shift+F10', 'ContextMenu']

/** Says whether this press asks for the menu of what has the keyboard. */
export function asksForMenu(press: KeyPress): boolean {
  return MENU_KEYS.some((key) => matchesKey(press, key))
}
