import type { ReactNode } from 'react'
import { PageHeader } from './page-header'
import styles from './quiet-page.module.css'

/** A page with one thing on it: a sheet in the middle of the table. */
export function QuietPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      <PageHeader homeLabel="Contour, to your boards" />
      <main className={styles.main}>{children}</main>
    </div>
  )
}

export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>
}
