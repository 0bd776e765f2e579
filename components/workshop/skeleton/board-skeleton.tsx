import Link from 'next/link'
import { Wordmark } from '../../ui/brand/wordmark'
import styles from './board-skeleton.module.css'
import { CanvasSkeleton } from './canvas-skeleton'
import heading from '../top-bar/board-title.module.css'
import bar from '../top-bar/top-bar.module.css'

/** The board page before its board is there: the same frame, so that nothing moves when it comes. */
export function BoardSkeleton({ title }: { readonly title?: string }) {
  return (
    <div className={styles.frame}>
      <header className={bar.bar}>
        <Link href="/" className={bar.home} aria-label="Contour, to your boards">
          <Wordmark compact />
        </Link>
        {title !== undefined && <h1 className={heading.title}>{title}</h1>}
      </header>
      <div className={styles.tray} />
      <div className={styles.canvas}>
        <CanvasSkeleton />
      </div>
    </div>
  )
}
