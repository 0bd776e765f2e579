'use client'

import { Hand, MoveHorizontal, Users, type LucideIcon } from 'lucide-react'
import { Button } from '../../ui/controls/button'
import styles from './hint-card.module.css'
import type { Hint } from './next-hint'
import { useHint } from './use-hint'

const WORDS: Record<Hint, { readonly Icon: LucideIcon; readonly title: string; readonly text: string }> = {
  place: {
    Icon: Hand,
    title: 'Drag a card onto the board',
    text: 'Hold it near a line or over a team and you see where it lands. Undo takes back any step.',
  },
  slide: {
    Icon: MoveHorizontal,
    title: 'Slide it along',
    text: 'Press a card on a line, then the arrow keys: it says how much is spent and banked. With Shift it goes further.',
  },
  follow: {
    Icon: Users,
    title: 'See what others see',
    text: 'Press somebody’s picture at the top to follow them. Moving the board yourself ends it.',
  },
}

/** One short hint at a time, for who is here for the first time; never in the way, and gone for good once put away. */
export function HintCard() {
  const { hint, dismiss, dismissAll } = useHint()
  if (!hint) return null
  const { Icon, title, text } = WORDS[hint]
  return (
    <section className={styles.hint} aria-label="Hint" data-hint data-testid="hint" key={hint}>
      <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{text}</p>
        <div className={styles.actions}>
          <Button size="small" onClick={dismiss}>
            Got it
          </Button>
          <Button size="small" look="quiet" onClick={dismissAll}>
            No more hints
          </Button>
        </div>
      </div>
    </section>
  )
}
