'use client'

import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from '../../class-names'
import floating from '../floating.module.css'
import { menuEdges } from './menu-edges'
import styles from './menu.module.css'

interface MenuAtProps {
  readonly label: string
  /** The point of the window it hangs at, px; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly side: 'right' | 'bottom'
  /** What stays free of it along the bottom of the window. */
  readonly clearBelowPx: number
  readonly onClose: () => void
  /** Where the keyboard goes when the menu has closed. */
  readonly onCloseAutoFocus: (event: Event) => void
  readonly children: ReactNode
}

/** A menu that hangs at a point instead of from a button; its entries are those of every menu. */
export function MenuAt({ label, at, side, clearBelowPx, onClose, onCloseAutoFocus, children }: MenuAtProps) {
  return (
    <Primitive.Root modal={false} open={at !== null} onOpenChange={(open) => !open && onClose()}>
      {at && createPortal(<Point at={at} />, document.body)}
      <Primitive.Portal>
        <Primitive.Content
          key={at ? `${at.x} ${at.y}` : ''}
          className={classNames(floating.sheet, floating.hanging, styles.menu)}
          aria-label={label}
          // Its own name counts: the point has none.
          aria-labelledby={undefined}
          side={side}
          align="start"
          sideOffset={2}
          collisionPadding={{ ...(at && menuEdges()), bottom: clearBelowPx }}
          onCloseAutoFocus={onCloseAutoFocus}
          onContextMenu={(event) => event.preventDefault()}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Point({ at }: { readonly at: { readonly x: number; readonly y: number } }) {
  return (
    <Primitive.Trigger asChild>
      <span aria-hidden="true" className={styles.point} style={{ left: at.x, top: at.y }} />
    </Primitive.Trigger>
  )
}
