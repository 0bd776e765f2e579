'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly label: string
  readonly shortcut?: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactNode
}

const OPEN_DELAY_MS = 450

/** Shared by all tooltips of a page: once one has been shown, the next ones open at once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={OPEN_DELAY_MS} skipDelayDuration={300}>
      {children}
    </Primitive.Provider>
  )
}

export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {label}
          {shortcut && <kbd className={styles.keys}>{shortcut}</kbd>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
