'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { useRef, type ReactNode, type RefObject } from 'react'
import { classNames } from '../../class-names'
import { isAnythingFocused } from '../../is-anything-focused'
import styles from './dialog.module.css'
import floating from '../floating.module.css'

interface DialogProps {
  readonly open: boolean
  /** Left out where there is no way back to what lies behind: it stays until the page goes. */
  readonly onOpenChange?: (open: boolean) => void
  readonly title: string
  readonly description?: string
  /** `wide` is for tables and columns; `screen` takes all there is, for what a whole room looks at. */
  readonly size?: 'medium' | 'wide' | 'screen'
  /** It keeps its upper edge while what it says grows and shrinks. */
  readonly isSteady?: boolean
  readonly children?: ReactNode
  /** Buttons of the bottom row, the main one last. */
  readonly actions?: ReactNode
  /** Has the keyboard from the beginning, with its text selected; without it, the dialog itself has. */
  readonly firstField?: RefObject<HTMLInputElement | null>
  /** Takes the keyboard where what opened the dialog is gone with it. */
  readonly onLeftBehind?: (() => void) | undefined
}

const SIZES = { medium: undefined, wide: styles.wide, screen: styles.screen } as const
/** What a whole room looks at holds nothing that takes the keyboard, and scrolls in a low window. */
const BODY = { medium: {}, wide: {}, screen: { tabIndex: 0 } } as const

/** A small dialog: closes on Escape if it closes at all, keeps the keyboard inside and gives it back afterwards. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'medium',
  children,
  ...rest
}: DialogProps) {
  const { actions, firstField, isSteady, onLeftBehind } = rest
  const cameFrom = useRef<Element | null>(null)
  return (
    <Primitive.Root open={open} {...(onOpenChange && { onOpenChange })}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim}>
          <Primitive.Content
            className={classNames(floating.sheet, styles.dialog, SIZES[size], isSteady && styles.steady)}
            role={onOpenChange ? 'dialog' : 'alertdialog'}
            onOpenAutoFocus={(event) => {
              cameFrom.current = document.activeElement
              event.preventDefault()
              const first = firstField?.current ?? event.currentTarget
              if (first instanceof HTMLElement) first.focus()
              firstField?.current?.select()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              // It is called a moment after the dialog is gone: whoever is elsewhere by then stays there.
              if (isAnythingFocused()) return
              const from = cameFrom.current
              if (from instanceof HTMLElement && from.isConnected) from.focus()
              else onLeftBehind?.()
            }}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <header className={styles.header}>
              <Primitive.Title className={styles.title}>{title}</Primitive.Title>
              {onOpenChange && (
                <Primitive.Close className={styles.close} aria-label="Close">
                  <X size={20} strokeWidth={1.75} />
                </Primitive.Close>
              )}
              {description && (
                <Primitive.Description className={styles.description}>{description}</Primitive.Description>
              )}
            </header>
            {children && (
              <div className={styles.body} {...BODY[size]}>
                {children}
              </div>
            )}
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
