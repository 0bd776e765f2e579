import { ChevronDown, ChevronRight } from 'lucide-react'
import { classNames } from '../class-names'
import styles from './chevron.module.css'

interface ChevronProps {
  /**
   * Where what it opens comes up. Over the page: down, and up while that is open. In place: right, and to what it
   * unfolded while that is shown. Beside: right, and there it stays.
   */
  readonly opens: 'over' | 'in-place' | 'beside'
  readonly className?: string | undefined
}

/** The mark of something closed that opens; it follows `aria-expanded` or `open` of what it directly stands in. */
export function Chevron({ opens, className }: ChevronProps) {
  const Shape = opens === 'over' ? ChevronDown : ChevronRight
  const turn = opens === 'beside' ? undefined : styles[opens]
  return (
    <Shape className={classNames(styles.chevron, turn, className)} size={16} strokeWidth={1.75} aria-hidden />
  )
}
