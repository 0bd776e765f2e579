import styles from './message-page.module.css'

/** A curve that stops short of its end: the picture for what could not be found. */
export function BrokenCurve() {
  return (
    <svg className={styles.picture} viewBox="0 0 160 64" aria-hidden>
      <path className={styles.axis} d="M8 4V56H152" />
      <path className={styles.rest} d="M78 31C92 14 104 9 148 8" />
      <path className={styles.line} d="M8 56C44 56 58 52 78 31" />
      <circle className={styles.point} cx="78" cy="31" r="5" />
    </svg>
  )
}
