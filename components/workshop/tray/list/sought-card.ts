import type { RefObject } from 'react'
import type { InitiativeId } from '@/lib/ids'

/** A card of the tray that was found; another object each time, so that the same one can be found twice. */
export interface SoughtCard {
  readonly id: InitiativeId
}

const PULSE = 'pulse'

/** Gives a card in this list the keyboard and lets it pulse once, when it has been drawn. Answers with the undo. */
export function showSought(list: RefObject<HTMLElement | null>, { id }: SoughtCard): () => void {
  // The tray may have been folded, or narrowed to other cards, until now.
  const frame = requestAnimationFrame(() => {
    const card = list.current?.querySelector<HTMLElement>(`[data-tray-card="${CSS.escape(id)}"]`)
    if (!card) return
    card.scrollIntoView({ block: 'nearest' })
    card.focus()
    card.dataset['sought'] = PULSE
    card.addEventListener('animationend', () => delete card.dataset['sought'], { once: true })
  })
  return () => cancelAnimationFrame(frame)
}
