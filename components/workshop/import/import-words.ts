import { count } from '../say'
import type { ImportOutcome } from './import-rows'

/** The outcome as one sentence: `Added 12 and updated 3 initiatives.` */
export function importWords({ added, updated }: ImportOutcome): string {
  if (added === 0 && updated === 0) return 'Nothing was added.'
  if (updated === 0) return `Added ${count(added, 'initiative')}.`
  if (added === 0) return `Updated ${count(updated, 'initiative')}.`
  return `Added ${added} and updated ${count(updated, 'initiative')}.`
}
