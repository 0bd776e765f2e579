'use client'

import { whenKeyboardFree } from '../../../ui/overlays/when-keyboard-free'
import { MenuOfButton } from './menu-of-button'
import { MenuOfCard, menuLabel } from './menu-of-card'
import { TrayCardEntries, type TrayCardEntriesProps } from './tray-card-entries'

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
        <MenuOfButton
          label={label}
          title={title}
          hasKeyboard={hasKeyboard}
          isOpen={place === 'button'}
          onOpenChange={(open) => onPlaceChange(open ? 'button' : null)}
          onCloseAutoFocus={handleClosed}
        >
          {entries}
        </MenuOfButton>
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
