import { ChevronRight } from 'lucide-react'
import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from '../class-names'
import styles from './fold.module.css'

interface FoldProps extends ComponentPropsWithoutRef<'details'> {
  /** What is folded away, in a few words. */
  readonly summary: string
  readonly summaryClassName?: string | undefined
}

/** Something that comes second to what stands around it, folded away until somebody asks for it. */
export function Fold({ summary, summaryClassName, className, children, ...details }: FoldProps) {
  return (
    <details className={classNames(styles.fold, className)} {...details}>
      <summary className={classNames(styles.summary, summaryClassName)}>
        <ChevronRight className={styles.turn} size={16} strokeWidth={1.75} aria-hidden />
        {summary}
      </summary>
      {children}
    </details>
  )
}
