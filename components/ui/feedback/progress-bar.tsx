import { Progress } from 'radix-ui'
import styles from './progress-bar.module.css'

/** How far something has come that takes over a second; `share` is 0..1. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <Progress.Root className={styles.track} aria-label={label} value={percent}>
      <Progress.Indicator className={styles.done} style={{ transform: `scaleX(${percent / 100})` }} />
    </Progress.Root>
  )
}
