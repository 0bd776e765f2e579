'use client'

import { Ellipsis } from 'lucide-react'
import { Menu } from '../../../ui/overlays/menu'
import { whenKeyboardFree } from '../../../ui/overlays/when-keyboard-free'
import { isPhoneWidth } from '../../../ui/phone-width'
import { MenuOfCard, menuLabel } from './menu-of-card'
import { TrayCardEntries, type TrayCardEntriesProps } from './tray-card-entries'
import styles from './tray-card.module.css'

/** Where the menu of a card hangs: from its button, or at the point of the window (px) where it was asked for. */
export type MenuPlace = 'button' | { readonly x: number; readonly y: number }

interface TrayCardMenuProps extends TrayCardEntriesProps {
  readonly title: string
  /** Whether this card is the one that a key would open it for. */
  readonly hasKeyboard: boolean
  /** Null while it is closed. */
  readonly place: MenuPlace | null
  readonly onPlaceChange: (place: MenuPlace | null) => void
  /** Called when the menu has closed and nothing else has taken the keyboard. */
  readonly onKeyboardFree: () => void
}

/** The menu of a card of the tray. Who may not edit has no button for it: the only entry is what a press does. */
export function TrayCardMenu(props: TrayCardMenuProps) {
  const { title, hasKeyboard, place, onPlaceChange, onKeyboardFree, ...acts } = props
  const at = place === 'button' ? null : place
  const label = menuLabel(title)
  const entries = <TrayCardEntries {...acts} />
  const handleClosed = whenKeyboardFree(onKeyboardFree)
  return (
    <>
      {acts.canEdit && (
        <Menu
          label={label}
          align="start"
          side={isPhoneWidth() ? 'top' : 'right'}
          open={place === 'button'}
          onOpenChange={(open) => onPlaceChange(open ? 'button' : null)}
          onCloseAutoFocus={handleClosed}
          trigger={
            <button type="button" className={styles.more} tabIndex={-1} aria-label={`More about ${title}`}>
              <Ellipsis size={16} strokeWidth={1.75} />
            </button>
          }
        >
          {entries}
        </Menu>
      )}
      {/* It has to be there before the key that opens it: only then is its first entry chosen. */}
      {(hasKeyboard || at) && (
        <MenuOfCard label={label} at={at} onClose={() => onPlaceChange(null)} onCloseAutoFocus={handleClosed}>
          {entries}
        </MenuOfCard>
      )}
    </>
  )
}
