'use client'

import type { ReactNode } from 'react'
import { MenuAt } from '../../../ui/overlays/menus/menu-at'
import { isPhoneWidth } from '../../../ui/phone-width'

interface MenuOfCardProps {
  readonly label: string
  /** The point of the window it hangs at, px; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onClose: () => void
  readonly onCloseAutoFocus: (event: Event) => void
  readonly children: ReactNode
}

const EDGE_PX = 8

/** The menu of a card in the list, where it was asked for. */
export function MenuOfCard(props: MenuOfCardProps) {
  return <MenuAt {...props} side={isPhoneWidth() ? 'bottom' : 'right'} clearBelowPx={EDGE_PX} />
}

/** What the menu of a card is called. */
export function menuLabel(title: string): string {
  return `What to do with ${title || 'this initiative'}`
}
