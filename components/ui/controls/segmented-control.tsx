import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import styles from './segmented-control.module.css'

interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
}

interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
  readonly className?: string
}

/** A choice of one among a few; one is always chosen. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, segments, onChange, className } = props
  const handleChange = (chosen: string) => {
    const segment = segments.find((candidate) => candidate.value === chosen)
    if (segment) onChange(segment.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={handleChange}
      className={classNames(styles.group, className)}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} className={styles.segment}>
          {segment.icon}
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
