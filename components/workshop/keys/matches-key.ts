/** What of a key press tells which shortcut is meant. */
export interface KeyPress {
  readonly key: string
  /** The place of the key on the keyboard, whatever is printed on it. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Says whether this press is the shortcut written as `Mod+Shift+Z`, `Shift+1`, `Alt+F10`, `V`, `Delete` or `?`. */
export function matchesKey(press: KeyPress, written: string): boolean {
  const parts = written === '+' ? ['+'] : written.split('+')
  const key = parts.at(-1) ?? ''
  if (!holdsWritten(press, parts)) return false
  if (/^\d$/.test(key)) return press.shiftKey === parts.includes('Shift') && press.code === `Digit${key}`
  // A sign stands where the keyboard has it, with Shift or without.
  if (!/^[A-Z]/.test(key)) return press.key === key
  if (press.shiftKey !== parts.includes('Shift')) return false
  return key.length > 1 ? press.key === key : letterOf(press) === key
}

/** Whether command and Alt are held exactly where they are written. */
function holdsWritten({ ctrlKey, metaKey, altKey }: KeyPress, parts: readonly string[]): boolean {
  return (ctrlKey || metaKey) === parts.includes('Mod') && altKey === parts.includes('Alt')
}

/** A shortcut that is one character alone can be pressed by accident or by a voice; people may switch those off. */
export function isSingleCharacter(written: string): boolean {
  return written.length === 1
}

/** Keyboards of other scripts have the Latin letter only as the place of the key. */
function letterOf({ key, code }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? '')
}
