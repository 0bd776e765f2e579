import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly picture?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly className?: string
}

/** What this is, what to do, and one button. */
export function EmptyState({ picture, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames(styles.empty, className)}>
      {picture && <div className={styles.picture}>{picture}</div>}
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
