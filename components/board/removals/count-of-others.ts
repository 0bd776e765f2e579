import type { PresenceUser } from '@/lib/sync/presence'

interface Taker {
  /** Who took the things away; null where it is not known. */
  readonly takerId: string | null
  /** Who else is on the board. */
  readonly others: readonly Pick<PresenceUser, 'personId'>[]
}

/**
 * Of the makers of things that were taken away, how many are not who did it. Where nothing says who did, all that one
 * of the others made was most likely cleared away by them.
 */
export function countOfOthers(makers: readonly (string | null)[], { takerId, others }: Taker): number {
  const [only, ...more] = new Set(makers)
  const isTheirs = more.length === 0 && others.some(({ personId }) => personId === only)
  const taker = takerId ?? (isTheirs ? only : null)
  return makers.filter((maker) => taker === null || maker !== taker).length
}
