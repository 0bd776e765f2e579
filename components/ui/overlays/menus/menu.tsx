'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { FocusEvent, ReactNode } from 'react'
import { classNames } from '../../class-names'
import { hasFinePointer } from '../../has-fine-pointer'
import floating from '../floating.module.css'
import { hangingOffset, type Bar } from '../hanging-offset'
import { menuEdges } from './menu-edges'
import styles from './menu.module.css'

interface MenuProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  /** Where its button stands in a bar, it hangs from that, not from the button. */
  readonly bar?: Bar
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Where the keyboard goes when the menu closes; without it, back to the trigger. */
  readonly onCloseAutoFocus?: (event: Event) => void
  readonly children: ReactNode
}

export function Menu({ trigger, open, onOpenChange, ...sheet }: MenuProps) {
  return (
    <Primitive.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <MenuSheet {...sheet} />
      </Primitive.Portal>
    </Primitive.Root>
  )
}

type MenuSheetProps = Omit<MenuProps, 'trigger' | 'open' | 'onOpenChange'>

/** Is there only while the menu is open, so that it finds the mark where it stands then. */
function MenuSheet({ label, align = 'end', bar, side, onCloseAutoFocus, children }: MenuSheetProps) {
  return (
    <Primitive.Content
      className={classNames(floating.sheet, floating.hanging, styles.menu)}
      aria-label={label}
      align={align}
      sideOffset={hangingOffset(bar)}
      collisionPadding={menuEdges()}
      onFocus={giveFirstEntry}
      {...(side && { side })}
      {...(onCloseAutoFocus && { onCloseAutoFocus })}
    >
      {children}
    </Primitive.Content>
  )
}

/** A key pressed before the page was awake opens a menu that does not know of the key, and stays with the sheet. */
function giveFirstEntry({ target, currentTarget: sheet }: FocusEvent<HTMLElement>) {
  if (target !== sheet || !sheet.matches(':focus-visible')) return
  sheet.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus()
}

interface MenuItemProps {
  readonly icon?: ReactNode
  readonly hint?: string
  /** The key that does the same; a device of fingers alone is not told of it. */
  readonly shortcut?: string
  /** A line under the name that says what it is. */
  readonly meaning?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: (event: Event) => void
  readonly children: ReactNode
}

export function MenuItem(props: MenuItemProps) {
  const { icon, shortcut, meaning, danger, disabled, onSelect, children } = props
  const hint = shortcut !== undefined && hasFinePointer() ? shortcut : props.hint
  return (
    <Primitive.Item
      className={classNames(styles.item, danger && styles.danger)}
      onSelect={onSelect}
      {...(disabled && { disabled })}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.text}>
        {children}
        {meaning && <span className={styles.meaning}>{meaning}</span>}
      </span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </Primitive.Item>
  )
}

interface MenuChoiceProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly {
    readonly value: string
    readonly label: string
    readonly meaning?: string
    readonly icon?: ReactNode
  }[]
}

/** A choice of one inside a menu. */
export function MenuChoice({ value, onChange, choices }: MenuChoiceProps) {
  return (
    <Primitive.RadioGroup value={value} onValueChange={onChange}>
      {choices.map((choice) => (
        <Primitive.RadioItem key={choice.value} value={choice.value} className={styles.item}>
          {choice.icon && <span className={styles.icon}>{choice.icon}</span>}
          <span className={styles.text}>
            {choice.label}
            {choice.meaning && <span className={styles.meaning}>{choice.meaning}</span>}
          </span>
          <Primitive.ItemIndicator className={styles.hint}>
            <Check size={16} strokeWidth={1.75} />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

interface MenuSwitchProps {
  readonly icon?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

/** Something that is on or off. */
export function MenuSwitch({ icon, on, onChange, children }: MenuSwitchProps) {
  return (
    <Primitive.CheckboxItem checked={on} onCheckedChange={onChange} className={styles.item}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.text}>{children}</span>
      <Primitive.ItemIndicator className={styles.hint}>
        <Check size={16} strokeWidth={1.75} />
      </Primitive.ItemIndicator>
    </Primitive.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className={styles.label}>{children}</Primitive.Label>
}

export function MenuLine() {
  return <Primitive.Separator className={styles.line} />
}
