import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import styles from './select.module.css'

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly ref?: Ref<HTMLSelectElement> | undefined
}

/** A choice of one among many in little room; the label is spoken, not shown. */
export function Select({ label, value, choices, onChange, ref }: SelectProps) {
  return (
    <span className={styles.box}>
      <select
        ref={ref}
        className={styles.select}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown className={styles.mark} size={16} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
