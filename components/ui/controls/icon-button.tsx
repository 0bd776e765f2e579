import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names'
import { Tooltip } from '../overlays/tooltip'
import styles from './icon-button.module.css'

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  /** What the button does; its accessible name and its tooltip. */
  readonly label: string
  readonly shortcut?: string
  /** For buttons that stay down; left out for plain ones. */
  readonly pressed?: boolean
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly size?: 'small' | 'medium'
  readonly children: ReactNode
}

export function IconButton(props: IconButtonProps) {
  const { label, shortcut, pressed, side, size = 'medium', className, children, ...rest } = props
  return (
    <Tooltip label={label} {...(shortcut && { shortcut })} {...(side && { side })}>
      <button
        type="button"
        className={classNames(styles.button, styles[size], className)}
        aria-label={label}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control').replace('⌘', 'Meta')}
        aria-pressed={pressed}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  )
}
