'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import floating from './floating.module.css'
import { hangingOffset, type Bar } from './hanging-offset'
import styles from './popover.module.css'

/** Closes the popover around its one child when that is pressed. */
export function PopoverClose({ children }: { readonly children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>
}

interface PopoverProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  /** Where its button stands in a bar, it hangs from that, not from the button. */
  readonly bar?: Bar
  readonly children: ReactNode
}

export function Popover({ trigger, label, align = 'end', bar, children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={classNames(floating.sheet, floating.hanging, styles.popover)}
          aria-label={label}
          align={align}
          sideOffset={hangingOffset(bar)}
          collisionPadding={8}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
