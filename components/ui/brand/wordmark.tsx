import { classNames } from '../class-names'
import styles from './wordmark.module.css'

interface WordmarkProps {
  /** Only the mark, where there is no room for the word. */
  readonly compact?: boolean
}

export function Wordmark({ compact }: WordmarkProps) {
  return (
    <span className={classNames(styles.wordmark, compact && styles.compact)}>
      <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden>
        <path className={styles.line} d="M3 20C11 20 9.5 3.5 21 3.5" />
        <circle className={styles.dot} cx="11.55" cy="11.75" r="3" />
      </svg>
      <span className={styles.word}>Contour</span>
    </span>
  )
}
