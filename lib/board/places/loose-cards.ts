import type { Box } from '../../geometry/box'
import { looseSizeAmong, findLoosePlace } from './loose-place'
import type { PlotGround } from './plot-faults'

/** A card that does not say how far along its curve it is, and where somebody put it: its top left corner in page px. */
export interface LooseCard {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** So many that were put on the very spot of another find places of their own: more than a plot has room for. */
const MOST_MOVED = 40

/**
 * Lays out the cards of one plot that do not say how far along they are, by id: each stands where it was put, as large as
 * there are few of them. Of those put on the very same spot all but the one with the least id make room, for two people
 * may find the same free place at once.
 */
export function layLoose(cards: readonly LooseCard[], groundOf: () => PlotGround): Map<string, Box> {
  const size = looseSizeAmong(cards.length)
  const boxes = new Map<string, Box>()
  const taken = new Set<string>()
  const moved: LooseCard[] = []
  for (const card of [...cards].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const spot = `${card.x} ${card.y}`
    if (taken.has(spot) && moved.length < MOST_MOVED) moved.push(card)
    else boxes.set(card.id, { x: card.x, y: card.y, ...size })
    taken.add(spot)
  }
  if (moved.length === 0) return boxes
  const ground = groundOf()
  for (const { id } of moved) {
    const there = [...boxes.values()].map((box) => ({ box, point: null }))
    boxes.set(id, { ...findLoosePlace({ ground, there, size }), ...size })
  }
  return boxes
}
