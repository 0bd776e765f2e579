import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { classNames } from '../../class-names'
import heard from '../../heard.module.css'
import styles from './text-field.module.css'

interface TextFieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with the value and what to do; null or absent while nothing is. */
  readonly error?: string | null
  readonly hideLabel?: boolean
  readonly icon?: ReactNode
  /** Steps back behind what stands around it, as a search does. */
  readonly quiet?: boolean
}

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  icon,
  quiet,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = Boolean(error ?? hint)
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? heard.heard : styles.label}>
        {label}
      </label>
      <div className={classNames(styles.box, quiet && styles.quiet)} data-invalid={error ? true : undefined}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <input
          id={id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={hasNote ? noteId : undefined}
          autoComplete="off"
          {...rest}
        />
      </div>
      {hasNote && (
        <p id={noteId} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
