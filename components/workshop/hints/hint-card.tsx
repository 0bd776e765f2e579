'use client'

import { Hand, MoveHorizontal, Users, X, type LucideIcon } from 'lucide-react'
import { createPortal } from 'react-dom'
import { Button } from '../../ui/controls/button'
import styles from './hint-card.module.css'
import { hintWords } from './hint-words'
import type { Hint } from './next-hint'
import { useHint } from './use-hint'

const ICONS: Record<Hint, LucideIcon> = { place: Hand, slide: MoveHorizontal, follow: Users }

interface HintCardProps {
  /** Where it takes room of its own, so that it lies over nothing; null where there is no such place. */
  readonly foot: HTMLElement | null
  /** No card is in sight that could be dragged. */
  readonly isTrayFolded: boolean
}

/** One short hint at a time, for who is here for the first time; never in the way, and gone for good once put away. */
export function HintCard({ foot, isTrayFolded }: HintCardProps) {
  const { hint, landing, dismiss, dismissAll } = useHint()
  if (!hint) return null
  const Icon = ICONS[hint]
  const { title, text, short } = hintWords(hint, landing, isTrayFolded)
  const card = (
    <section className={styles.hint} aria-label="Hint" data-hint data-testid="hint" key={hint}>
      <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{text}</p>
        <p className={styles.short}>{short}</p>
      </div>
      <div className={styles.actions}>
        <Button size="small" className={styles.close} aria-label="Got it" onClick={dismiss}>
          <span className={styles.word}>Got it</span>
          <X className={styles.cross} size={20} strokeWidth={1.75} aria-hidden />
        </Button>
        <Button size="small" look="quiet" onClick={dismissAll}>
          No more hints
        </Button>
      </div>
    </section>
  )
  return foot ? createPortal(card, foot) : card
}
