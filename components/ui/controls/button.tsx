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
  /** Refuses presses, in its usual look, while the page does not answer: what is sent then reloads it or is lost. */
  readonly waking?: boolean
  /** Gives the look to the one child, such as a link. */
  readonly asChild?: boolean
}

export function Button({
  look = 'secondary',
  size = 'medium',
  busy = false,
  waking = false,
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
    <button
      type="button"
      className={names}
      disabled={disabled === true || busy || waking}
      aria-busy={busy}
      data-waking={waking || undefined}
      {...rest}
    >
      {busy && <Spinner size={16} />}
      {children}
    </button>
  )
}
