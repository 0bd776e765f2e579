/** The key that people on this system hold for commands, as it is written in a tooltip. */
export function modifierKey(): 'Ctrl' | '⌘' {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
