import * as z from '@/lib/zod'
import { HINTS, type Hint } from './next-hint'

const KEY = 'contour-hints'
const knownSchema = z.array(z.enum(HINTS))

/** The hints that this browser's person has put away or needs no more. */
export function recallHints(): readonly Hint[] {
  try {
    const kept = knownSchema.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

export function keepHints(known: readonly Hint[]): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(known))
  } catch {
    // A browser that keeps nothing shows them again on the next visit.
  }
}
