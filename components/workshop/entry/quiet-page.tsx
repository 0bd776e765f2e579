import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '../../ui/brand/wordmark'
import { ThemeSwitch } from '../../ui/theme/theme-choices'
import styles from './quiet-page.module.css'

/** A page with one thing on it: a sheet in the middle of the table. */
export function QuietPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link href="/" className={styles.home} aria-label="Contour, to your boards">
          <Wordmark />
        </Link>
        <ThemeSwitch />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}

export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>
}
