import { LIMITS } from '@/lib/sync/limits'
import type { LoadedBoard } from '../../../storage/board-storage'
import { countUpdateStructs } from '../../wire/count-structs'

/** A struct takes no less. */
const BYTES_OF_STRUCT = 2

/** Whether building this board takes so long that it has to wait for its turn. */
export function isHeavy({ snapshot, updates }: Pick<LoadedBoard, 'snapshot' | 'updates'>): boolean {
  const all = snapshot ? [snapshot, ...updates] : updates
  const bytes = all.reduce((sum, { length }) => sum + length, 0)
  if (bytes > LIMITS.HEAVY_LOAD_BYTES) return true
  if (bytes <= LIMITS.HEAVY_LOAD_STRUCTS * BYTES_OF_STRUCT) return false
  let left: number = LIMITS.HEAVY_LOAD_STRUCTS
  for (const update of all) {
    left -= countIfUpdate(update, left)
    if (left < 0) return true
  }
  return false
}

/** What is no update is found out when it is built. */
function countIfUpdate(update: Uint8Array, most: number): number {
  try {
    return countUpdateStructs(update, most)
  } catch {
    return 0
  }
}
