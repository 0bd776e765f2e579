import { Skeleton } from '../../ui/feedback/skeleton'
import styles from './canvas-skeleton.module.css'

/** The table before its paper is laid: where the heading and the six plots will be. */
export function CanvasSkeleton() {
  return (
    <div className={styles.table} role="status" aria-label="The board is being opened">
      <div className={styles.sheet}>
        <Skeleton width="220px" height="24px" className={styles.heading ?? ''} />
        <div className={styles.plots}>
          {[0, 1, 2, 3, 4, 5].map((index) => (
            <Skeleton key={index} height="auto" className={styles.plot ?? ''} />
          ))}
        </div>
      </div>
    </div>
  )
}
