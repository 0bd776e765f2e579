import type { KeyboardEvent } from 'react'
import { clamp } from '@/lib/clamp'
import { holdsModifier } from '../../../ui/holds-modifier'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Moves the keyboard among the cards of the tray; false where the key is none of those that move. */
export function focusNeighbour(event: KeyboardEvent<HTMLElement>): boolean {
  const list = event.currentTarget.closest('ul')
  const cards = Array.from(list?.querySelectorAll<HTMLElement>('[data-tray-card]') ?? [])
  const at = cards.indexOf(event.currentTarget)
  const next = nextIndex(event.key, at, cards.length)
  if (next === null || holdsModifier(event)) return false
  cards[next]?.focus()
  event.preventDefault()
  return true
}

/** The place a key leads to from `at` in a list of this length; null where it leads nowhere. */
export function nextIndex(key: string, at: number, length: number): number | null {
  if (length === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  const step = STEPS[key]
  return step === undefined ? null : clamp(at + step, 0, length - 1)
}
