import type { ComponentProps } from 'react'
import Link from 'next/link'
import { Wordmark } from '../../ui/brand/wordmark'
import { ThemeSwitch } from '../../ui/theme/theme-choices'
import { BoardList } from './board-list'
import { CreateBoardForm } from './create-board-form'
import { CurvePicture } from './curve-picture'
import styles from './home-page.module.css'

export function HomePage({ boards }: ComponentProps<typeof BoardList>) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link href="/" className={styles.home}>
          <Wordmark size="large" />
        </Link>
        <ThemeSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.story}>
          <h1 className={styles.title}>Put every initiative on the curve it really follows.</h1>
          <p className={styles.text}>
            Contour is a shared table for workshops: the group places its work on shapes of effort and value,
            sees where it disagrees, and leaves with a picture everybody stands behind.
          </p>
        </div>
        <CurvePicture />
        <div className={styles.side}>
          <CreateBoardForm />
          <BoardList boards={boards} />
        </div>
      </main>
    </div>
  )
}
