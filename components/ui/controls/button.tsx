import { Slot } from 'radix-ui'
import type { ComponentPropsWithRef } from 'react'
import { classNames } from '../class-names'
import { Spinner } from '../feedback/spinner'
import styles from './button.module.css'

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  /** Shows a spinner and refuses presses while something is under way. */
  readonly busy?: boolean
  /** Gives the look to the one child, such as a link. */
  readonly asChild?: boolean
}

export function Button({
  look = 'secondary',
  size = 'medium',
  busy = false,
  asChild = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const names = classNames(styles.button, styles[look], styles[size], className)
  if (asChild) {
    return (
      <Slot.Root className={names} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button type="button" className={names} disabled={disabled === true || busy} aria-busy={busy} {...rest}>
      {busy && <Spinner size={16} />}
      {children}
    </button>
  )
}
