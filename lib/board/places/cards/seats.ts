import type { Box } from '../../../geometry/box'
import { CARD_SIZE_PX } from '../../shapes/card'

// Beside the name of a curve that shares its plot there is room for one card that follows it and does not say how far.
// More of them share it: lower, one under the other, each with its title in sight.

const AIR_PX = 8
const ROW_GAP_PX = 4
/** How high a card is where so many share the room. */
const HEIGHTS_PX = [
  { upTo: 1, h: CARD_SIZE_PX.h },
  { upTo: 2, h: 50 },
  { upTo: Infinity, h: 30 },
] as const

/**
 * Finds a box (page px) for each of these ids within the room, in their order: a later one may lie over the foot of one
 * before.
 */
export function seatCards(room: Box, ids: readonly string[]): Map<string, Box> {
  const h = HEIGHTS_PX.find(({ upTo }) => ids.length <= upTo)?.h ?? CARD_SIZE_PX.h
  const { w } = CARD_SIZE_PX
  const free = room.h - 2 * AIR_PX - h
  const step = ids.length > 1 ? Math.min(h + ROW_GAP_PX, free / (ids.length - 1)) : 0
  const x = room.x + (room.w - w) / 2
  const top = room.y + (room.h - h - step * (ids.length - 1)) / 2
  return new Map(ids.map((id, at) => [id, { x, y: top + at * step, w, h }]))
}
