import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/controls/button'
import { BrokenCurve } from './broken-curve'
import styles from './message-page.module.css'
import { QuietPage, Sheet } from './quiet-page'

interface MessagePageProps {
  readonly title: string
  readonly children: ReactNode
  /** The one button; without it, the way home. */
  readonly action?: ReactNode
  /** Stands between the text and the button. */
  readonly below?: ReactNode
}

/** What happened, what to do, one button. */
export function MessagePage({ title, children, action, below }: MessagePageProps) {
  return (
    <QuietPage>
      <Sheet>
        <BrokenCurve />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{children}</p>
        {below}
        <div className={styles.action}>
          {action ?? (
            <Button look="primary" asChild>
              <Link href="/">To your boards</Link>
            </Button>
          )}
        </div>
      </Sheet>
    </QuietPage>
  )
}
