'use client'

import { Tooltip as Primitive } from 'radix-ui'
import { createContext, useContext, useEffect, useState, type FocusEvent, type ReactNode } from 'react'
import { watchFocusTravel, type FocusTravel } from './focus-travel'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly label: string
  readonly shortcut?: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactNode
}

const OPEN_DELAY_MS = 450

const Travel = createContext<FocusTravel>({ isUnderWay: false })

/** Shared by all tooltips of a page: once one has been shown, the next ones open at once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  const [travel] = useState<FocusTravel>(() => ({ isUnderWay: false }))
  useEffect(() => watchFocusTravel(window, travel), [travel])
  return (
    <Travel value={travel}>
      <Primitive.Provider delayDuration={OPEN_DELAY_MS} skipDelayDuration={300}>
        {children}
      </Primitive.Provider>
    </Travel>
  )
}

/** Says what a control does: under a hand that rests on it, and when the keyboard comes to it by itself. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const travel = useContext(Travel)
  const handleFocus = (event: FocusEvent) => {
    // A menu or dialog that closes gives the keyboard back; nobody asked what the button is called.
    if (!travel.isUnderWay) event.preventDefault()
  }
  return (
    <Primitive.Root>
      <Primitive.Trigger
        asChild
        onFocus={handleFocus}
        onPointerMove={(event) => hasOpened(event.currentTarget) && event.preventDefault()}
      >
        {children}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {label}
          {shortcut && <kbd className={styles.keys}>{shortcut}</kbd>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** What a button has opened says enough, and the tooltip would lie over it. */
function hasOpened(button: Element): boolean {
  return button.hasAttribute('aria-haspopup') && button.getAttribute('aria-expanded') === 'true'
}
