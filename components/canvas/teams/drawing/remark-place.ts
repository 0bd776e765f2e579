import { overlaps, type Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
import type { Size } from '@/lib/geometry/size'
import { coveredPxOfAll } from '../../view/covered-px'

const STEP_PX = 12
const MOST_AWAY_PX = 240
/** A px further away is as bad as so many square px that words and what is under them share. */
const AWAY_COSTS = 8

interface RemarkGround {
  readonly words: Size
  /** How far the interaction and what it is called reach up and down from its middle. */
  readonly reach: { readonly up: number; readonly down: number }
  /** What else stands on its map, in px from its middle. */
  readonly around: readonly Box[]
}

/**
 * The upper left corner of the remarks on an interaction, in px from its middle: under it, over it or aside, as near as
 * they cover little of what else there is: teams and triangles would not be read under them, nor they under cards.
 */
export function remarkPlace({ words, reach, around }: RemarkGround): Point {
  const ground = withinReach(words, reach)
  const boxes = around
    .filter((box) => overlaps(box, ground))
    .map(({ x, y, w, h }) => ({ left: x, top: y, right: x + w, bottom: y + h }))
  const coverOf = (at: Point): number => coveredPxOfAll(at, words, boxes)
  let best = { x: -words.w / 2, y: reach.down }
  let least = coverOf(best)
  for (let away = 0; away <= MOST_AWAY_PX && away * AWAY_COSTS < least; away += STEP_PX) {
    for (const at of placesAround(words, reach, away)) {
      const cost = away * AWAY_COSTS + coverOf(at)
      if (cost < least) [best, least] = [at, cost]
    }
  }
  return best
}

/** Where no place reaches beyond: on a crowded map most of hundreds of shapes are further away. */
function withinReach({ w, h }: Size, { up, down }: RemarkGround['reach']): Box {
  const far = Math.max(up, down) + MOST_AWAY_PX
  return { x: -far - w, y: -far - h, w: 2 * (far + w), h: 2 * (far + h) }
}

function placesAround({ w, h }: Size, { up, down }: RemarkGround['reach'], away: number): readonly Point[] {
  const columns = [-w / 2, -w / 4, (-w * 3) / 4]
  return [
    ...columns.map((x) => ({ x, y: down + away })),
    ...columns.map((x) => ({ x, y: -up - away - h })),
    { x: up + away, y: -h / 2 },
    { x: -up - away - w, y: -h / 2 },
  ]
}
