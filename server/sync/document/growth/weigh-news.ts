import type { BoardDocument } from '@/lib/board/layout'
import { leaveOutGone } from '../../guard/screen/leave-out-gone'
import { weighUpdate } from '../../socket/weigh-update'

/**
 * Some 35,000 deleted ranges, more than an ordinary board has; looking through so many takes some 5 ms, which whoever
 * connects with them again and again has everybody wait for.
 */
const LOOKED_THROUGH_BYTES = 128 * 1024

/** How much work of an update is news to a board: every step2 names all that was ever deleted. */
export function weighNews(update: Uint8Array, { doc }: Pick<BoardDocument, 'doc'>): number {
  return weighUpdate(update.length > LOOKED_THROUGH_BYTES ? update : leaveOutGone(update, doc.store))
}
