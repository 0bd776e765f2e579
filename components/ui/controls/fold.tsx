import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from '../class-names'
import { Chevron } from './chevron'
import styles from './fold.module.css'

interface FoldProps extends ComponentPropsWithoutRef<'details'> {
  /** What is folded away, in a few words. */
  readonly summary: string
  readonly summaryClassName?: string | undefined
}

/** Something that comes second to what stands around it, folded away until somebody asks for it. */
export function Fold({ summary, summaryClassName, className, children, ...details }: FoldProps) {
  return (
    <details className={className} {...details}>
      <summary className={classNames(styles.summary, summaryClassName)}>
        <Chevron opens="in-place" />
        {summary}
      </summary>
      {children}
    </details>
  )
}
