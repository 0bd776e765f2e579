import { Wordmark } from '../ui/brand/wordmark'
import { CanvasSkeleton } from './canvas-skeleton'
import styles from './board-skeleton.module.css'

/** The board page before its board is there: the same frame, so that nothing moves when it comes. */
export function BoardSkeleton({ title }: { readonly title?: string }) {
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <Wordmark compact />
        <span className={styles.title}>{title}</span>
      </div>
      <div className={styles.tray} />
      <div className={styles.canvas}>
        <CanvasSkeleton />
      </div>
    </div>
  )
}
