import { thingsWords } from '@/lib/board/changes/things-words'
import type { LargeRemoval } from '../../board/removals/removals'

/** Says what somebody took off the board: `Bo took 3 teams and 12 cards off the board.` */
export function removedWords({ name, things }: Pick<LargeRemoval, 'name' | 'things'>): string {
  const what = thingsWords(things)
  if (name !== null) return `${name} took ${what} off the board.`
  return `${what} ${things.length === 1 ? 'was' : 'were'} taken off the board.`
}
