import { Fragment } from 'react'
import { modifierKey } from '../../ui/modifier-key'
import styles from './help-sheet.module.css'

/** Keys that are printed otherwise than browsers call them. */
const PRINTED: Readonly<Record<string, string>> = {
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Up: '↑',
  Down: '↓',
  ContextMenu: 'Menu',
}

/** A shortcut as it is printed on the keys: `Mod+Shift+Z`. */
export function KeyCaps({ written }: { readonly written: string }) {
  const parts = written === '+' ? ['+'] : written.split('+')
  return (
    <span className={styles.caps}>
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 && <span aria-hidden>+</span>}
          <kbd className={styles.cap}>{part === 'Mod' ? modifierKey() : (PRINTED[part] ?? part)}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
