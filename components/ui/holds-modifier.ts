/** Says whether a key is pressed together with one that makes a command of it; Shift makes none. */
export function holdsModifier(press: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return press.ctrlKey || press.metaKey || press.altKey
}
