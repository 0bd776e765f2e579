import { Skeleton } from '../../../ui/feedback/skeleton'
import styles from './page-skeleton.module.css'

/** A sheet whose writing is still on its way. */
export function PageSkeleton() {
  return (
    <div className={styles.sheet} role="status" aria-label="Loading">
      <Skeleton width="40%" />
      <Skeleton width="85%" height="32px" />
      <Skeleton height="64px" />
      <Skeleton height="44px" />
    </div>
  )
}
