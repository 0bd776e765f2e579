import type { BoardDocument } from '@/lib/board/layout'
import { leaveOutGone } from '../../guard/screen/leave-out-gone'
import { weighUpdate } from '../../socket/weigh-update'

/** How much work of an update is news to a board: every step2 names all that was ever deleted. */
export function weighNews(update: Uint8Array, { doc }: Pick<BoardDocument, 'doc'>): number {
  return weighUpdate(leaveOutGone(update, doc.store))
}
