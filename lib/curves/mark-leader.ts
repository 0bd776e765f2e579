import { overlaps, type Box } from '../geometry/box'
import type { Point } from '../geometry/point'
import type { MarkLabel } from './mark-labels'

/** Nearer than this, words and tick are seen to belong together. */
const LED_FROM_PX = 22
/** From words, and from the end of a tick, to the line between them. */
const AIR_PX = { under: 5, beside: 4, tick: 9 } as const
/** So much over its foot the line beside the last word begins. */
const RISE_PX = 4

/**
 * The line that leads words far above their tick to it, from its end at the words: straight down, or where other words stand
 * in between, beside those. Null where words stand by their tick, or a line would run through others.
 */
export function leaderOf(mark: MarkLabel, all: readonly MarkLabel[]): readonly Point[] | null {
  if (mark.tick.y - mark.text.y <= LED_FROM_PX) return null
  const end = { x: mark.tick.x, y: mark.tick.y - AIR_PX.tick }
  const others = all.filter((other) => other !== mark).map(({ room }) => room)
  const straight = [{ x: Math.min(mark.text.x, end.x), y: mark.text.y + AIR_PX.under }, end]
  const x = mark.text.x + AIR_PX.beside
  const below = others.filter((room) => room.y >= mark.text.y && room.y < end.y)
  const foot = Math.max(...below.map((room) => room.y + room.h)) + AIR_PX.under
  const beside = [{ x, y: mark.text.y - RISE_PX }, { x, y: Math.min(foot, end.y) }, end]
  return [straight, beside].find((line) => isClear(line, others)) ?? null
}

function isClear(line: readonly Point[], rooms: readonly Box[]): boolean {
  return line.slice(1).every((to, at) => {
    const from = line[at] ?? to
    const around = {
      x: Math.min(from.x, to.x) - 1,
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x) + 2,
      h: Math.abs(to.y - from.y),
    }
    return !rooms.some((room) => overlaps(room, around))
  })
}
