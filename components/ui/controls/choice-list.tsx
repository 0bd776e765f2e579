import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import styles from './choice-list.module.css'

interface Choice {
  readonly value: string
  readonly label: string
  /** What else there is to know, such as why it cannot be chosen. */
  readonly hint?: string
  readonly disabled?: boolean
}

interface ChoiceListProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
}

/** A choice of one among rows, for names that may be long or many. */
export function ChoiceList({ label, value, choices, onChange, disabled = false }: ChoiceListProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <RadioGroup.Root
        className={styles.list}
        aria-labelledby={id}
        value={value}
        onValueChange={onChange}
        disabled={disabled}
      >
        {choices.map((choice) => (
          <RadioGroup.Item
            key={choice.value}
            value={choice.value}
            className={styles.choice}
            disabled={choice.disabled === true || disabled}
          >
            <span className={styles.dot} aria-hidden>
              <RadioGroup.Indicator className={styles.mark} />
            </span>
            <span className={styles.name}>{choice.label}</span>
            {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
