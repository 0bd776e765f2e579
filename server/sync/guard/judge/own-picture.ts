import { isAssetPathOf, sourceOf } from '@/lib/board/initiatives/addresses'
import type { BoardRecord } from '@/lib/board/layout'
import type { Case } from './judge-context'

/**
 * Says whether the picture of an asset record was uploaded to this board, or stood here before: one of another board
 * is not seen by whoever is not on that board too, and goes with it.
 */
export function hasOwnPicture({ tick }: Case, after: BoardRecord, before: BoardRecord | null): boolean {
  const src = sourceOf(after)
  return src === null || src === (before && sourceOf(before)) || isAssetPathOf(tick.boardId, src)
}
