'use client'

import { Ellipsis } from 'lucide-react'
import { useState, type ComponentPropsWithRef, type PointerEvent, type ReactNode } from 'react'
import { isPhoneWidth } from '../../../ui/phone-width'
import { Menu } from '../../../ui/overlays/menus/menu'
import styles from './tray-card.module.css'

interface MenuOfButtonProps {
  readonly label: string
  readonly title: string
  /** Whether its card is the one that a key would open it for. */
  readonly hasKeyboard: boolean
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onCloseAutoFocus: (event: Event) => void
  readonly children: ReactNode
}

/**
 * The menu of a card in the list, from the button beside it. It is made when somebody turns to the card: a list of
 * hundreds is there in half the time.
 */
export function MenuOfButton({ title, hasKeyboard, isOpen, children, ...sheet }: MenuOfButtonProps) {
  const [wasOpened, setWasOpened] = useState(false)
  if (isOpen && !wasOpened) setWasOpened(true)
  const open = () => sheet.onOpenChange(true)
  if (!hasKeyboard && !isOpen && !wasOpened)
    return (
      <MoreButton
        title={title}
        aria-haspopup="menu"
        aria-expanded={false}
        onPointerDown={(event) => isMousePress(event) && open()}
        onClick={open}
      />
    )
  return (
    <Menu
      align="start"
      side={isPhoneWidth() ? 'top' : 'right'}
      open={isOpen}
      trigger={<MoreButton title={title} />}
      {...sheet}
    >
      {children}
    </Menu>
  )
}

function MoreButton({ title, ...rest }: ComponentPropsWithRef<'button'> & { readonly title: string }) {
  return (
    <button type="button" className={styles.more} tabIndex={-1} aria-label={`More about ${title}`} {...rest}>
      <Ellipsis size={16} strokeWidth={1.75} />
    </button>
  )
}

/** A mouse opens menus as it goes down; a finger may still be about to scroll. */
function isMousePress({ pointerType, button, ctrlKey }: PointerEvent): boolean {
  return pointerType === 'mouse' && button === 0 && !ctrlKey
}
