import type { Box } from '../../../../geometry/box'
import { findLoosePlace, looseSizeAmong } from './loose-place'
import type { PlotGround } from '../plot-faults'
import type { Looks } from '../settle-pin'

/** A card that does not say how far along its curve it is, and where somebody put it: its top left corner in page px. */
export interface LooseCard {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** What finding a place costs of the looks that all cards share: at most so many points are tried. */
const LOOKS_FOR_A_PLACE = 2_000

interface LooseGround {
  /** Asked only where a card needs a place of its own. */
  readonly plot: () => PlotGround
  readonly looks: Looks
}

/**
 * Lays out the cards of one plot that do not say how far along they are, by id: each stands where it was put, as large as
 * there are few of them. Of those put on the very same spot all but the one with the least id make room, for two people
 * may find the same free place at once. Where too many cards ask for more looks, they stay on that spot.
 */
export function layLoose(cards: readonly LooseCard[], { plot, looks }: LooseGround): Map<string, Box> {
  const size = looseSizeAmong(cards.length)
  const boxes = new Map<string, Box>()
  const taken = new Set<string>()
  const moved: LooseCard[] = []
  for (const card of [...cards].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const spot = `${card.x} ${card.y}`
    if (taken.has(spot) && looks.left > 0) {
      looks.left -= LOOKS_FOR_A_PLACE
      moved.push(card)
    } else boxes.set(card.id, { x: card.x, y: card.y, ...size })
    taken.add(spot)
  }
  if (moved.length === 0) return boxes
  const ground = plot()
  for (const { id } of moved) {
    const there = [...boxes.values()].map((box) => ({ box, point: null }))
    boxes.set(id, { ...findLoosePlace({ ground, there, size }), ...size })
  }
  return boxes
}
