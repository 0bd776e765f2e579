import type * as Y from 'yjs'
import { leaveOutGone } from '../../guard/screen/leave-out-gone'
import { weighUpdate } from '../../socket/weigh-update'

/** How much work of an update is news to a document: every step2 names all that was ever deleted. */
export function weighNews(update: Uint8Array, { store }: Y.Doc): number {
  return weighUpdate(leaveOutGone(update, store))
}
