import { Star } from 'lucide-react'
import type { CSSProperties } from 'react'
import { classNames } from '../class-names'
import styles from './avatar.module.css'

interface AvatarProps {
  readonly name: string
  /** Stands for a name that was not given. */
  readonly initials?: string
  /** Index into the twelve people colours. */
  readonly colorSlot: number
  readonly star?: boolean
  readonly away?: boolean
  readonly size?: 'small' | 'medium'
}

/** A person as a disc with initials. A picture, no text: the name stands next to it or in the label around it. */
export function Avatar({ name, initials, colorSlot, star, away, size = 'medium' }: AvatarProps) {
  const colors = {
    '--fill': `var(--person-${colorSlot})`,
    '--fill-ink': `var(--person-${colorSlot}-ink)`,
  } as CSSProperties
  const letters = initials ?? toInitials(name)
  return (
    <span
      className={classNames(styles.avatar, styles[size], away && styles.away)}
      style={colors}
      data-initials={letters}
      data-long={letters.length > 2 || undefined}
      aria-hidden
    >
      {star && (
        <span className={styles.star}>
          <Star size={8} strokeWidth={1.75} fill="currentColor" />
        </span>
      )}
    </span>
  )
}

/** The first letters of the first and last word, as people write them; of a short number all digits tell it from others. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = firstLetter(words[0])
  const last = words.at(-1)
  if (words.length < 2) return first
  return first + (/^\d{1,2}$/.test(last ?? '') ? last : firstLetter(last))
}

function firstLetter(word: string | undefined): string {
  return (Array.from(word ?? '')[0] ?? '?').toUpperCase()
}
