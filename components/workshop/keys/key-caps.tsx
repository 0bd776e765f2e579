import { Fragment } from 'react'
import { modifierKey } from '../modifier-key'
import styles from './help-sheet.module.css'

/** A shortcut as it is printed on the keys: `Mod+Shift+Z`. */
export function KeyCaps({ written }: { readonly written: string }) {
  const parts = written === '+' ? ['+'] : written.split('+')
  return (
    <span className={styles.caps}>
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 && <span aria-hidden>+</span>}
          <kbd className={styles.cap}>{part === 'Mod' ? modifierKey() : part}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
