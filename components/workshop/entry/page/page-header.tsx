import Link from 'next/link'
import { Wordmark } from '../../../ui/brand/wordmark'
import { classNames } from '../../../ui/class-names'
import { ThemeSwitch } from '../../../ui/theme/theme-choices'
import styles from './page-header.module.css'

interface PageHeaderProps {
  /** What the mark is read as; its own word without. */
  readonly homeLabel?: string
  /** Whether the page below gets narrower on a tablet. */
  readonly narrowing?: boolean
}

/** The head of every page but the board: the way home, and light or dark. */
export function PageHeader({ homeLabel, narrowing }: PageHeaderProps) {
  return (
    <header className={classNames(styles.header, narrowing && styles.narrowing)}>
      <Link href="/" className={styles.home} aria-label={homeLabel}>
        <Wordmark />
      </Link>
      <ThemeSwitch />
    </header>
  )
}
