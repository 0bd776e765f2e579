import { Check } from 'lucide-react'
import { Checkbox } from 'radix-ui'
import { useId } from 'react'
import styles from './check-field.module.css'

interface CheckFieldProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** A yes or no with its words beside it. */
export function CheckField({ label, checked, onChange, disabled = false }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <Checkbox.Root
        id={id}
        className={styles.hit}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
      >
        <span className={styles.box}>
          <Checkbox.Indicator asChild>
            <Check size={14} strokeWidth={2.5} aria-hidden />
          </Checkbox.Indicator>
        </span>
      </Checkbox.Root>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
    </div>
  )
}
