import type { StoredChange } from '../../storage/board-storage'

export const INITIATIVE = 'initiatives/'
export const PLACEMENT = 'placements/'

/**
 * Whether anybody can ask who made such a change: it is shown of initiatives and of where they stand. Of shapes it would
 * be kept for good, with every shape that was ever drawn.
 */
export function isAskedFor({ record }: Pick<StoredChange, 'record'>): boolean {
  return record.startsWith(INITIATIVE) || record.startsWith(PLACEMENT)
}
