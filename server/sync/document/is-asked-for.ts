import type { StoredChange } from '../../storage/board-storage'

const ASKED_FOR = ['initiatives/', 'placements/']

/**
 * Whether anybody can ask who made such a change: it is shown of initiatives and of where they stand. Of shapes it would
 * be kept for good, with every shape that was ever drawn.
 */
export function isAskedFor({ record }: Pick<StoredChange, 'record'>): boolean {
  return ASKED_FOR.some((root) => record.startsWith(root))
}
