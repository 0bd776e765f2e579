import { Chevron } from '../../../ui/controls/chevron'
import styles from '../teams.module.css'

interface BarTriggerProps extends React.ComponentPropsWithRef<'button'> {
  readonly icon: React.ReactNode
  /** What is chosen by it, where that is not what it says. */
  readonly label?: string
  readonly value: string
}

/** The button of a choice: says what is chosen, and opens the others. */
export function BarTrigger({ icon, label, value, ...rest }: BarTriggerProps): React.ReactNode {
  return (
    <button
      type="button"
      className={styles.barButton}
      aria-label={label === undefined ? value : `${label}: ${value}`}
      {...rest}
    >
      {icon}
      <span className={styles.barValue}>{value}</span>
      <Chevron opens="over" />
    </button>
  )
}
