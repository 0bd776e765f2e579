import type { Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { Size } from '../../../geometry/size'
import { CARD_PIN_PX, CARD_SIZE_PX } from '../../shapes/card'

const CARD_GRID_PX = 11
const REGION_GRID_PX = 24

/** What a pin has to satisfy. All px are page px but the pin, which is card px. */
export interface PinQuestion {
  /** The card's top left corner. */
  readonly at: Point
  /** The card's, where it is smaller than others. */
  readonly size?: Size
  /** Says whether dropping the card by this pin would give the placement it has. */
  readonly isRight: (pin: Point) => boolean
  /** Boxes that hold further places to look, when no point of the card will do. */
  readonly regions: readonly Box[]
  /** What is left of the looks that all cards of one layout share. */
  readonly looks: Looks
}

/** How many more points may be looked at. */
export interface Looks {
  left: number
}

/** Far more than a board takes on which people work; one made to be slow is drawn all the same. */
const MOST_LOOKS = 40_000

/** The looks for one layout. */
export function lookAround(): Looks {
  return { left: MOST_LOOKS }
}

/** Sorted once: 200 cards ask for it whenever one of them moves. */
const PINS_ON_CARD: readonly Point[] = gridOf({ x: 0, y: 0, ...CARD_SIZE_PX }, CARD_GRID_PX).sort(
  (one, other) => squareFrom(one) - squareFrom(other),
)

/**
 * Finds the pin of a card that was placed freely: the default one if dropping the card again by it would change
 * nothing, else the nearest point that would not; first on the card, then in the regions. Where too many cards ask,
 * it is the default one too.
 */
export function settlePin({ at, size = CARD_SIZE_PX, isRight, regions, looks }: PinQuestion): Point {
  const usual = usualPin(size)
  if (isRight(usual) || looks.left <= 0) return usual
  looks.left -= PINS_ON_CARD.length
  const onCard = PINS_ON_CARD.find((pin) => pin.x <= size.w && pin.y <= size.h && isRight(pin))
  if (onCard) return onCard
  const beyond = regions.flatMap((box) =>
    gridOf({ x: box.x - at.x, y: box.y - at.y, w: box.w, h: box.h }, REGION_GRID_PX),
  )
  looks.left -= beyond.length
  let nearest: Point | null = null
  for (const pin of beyond) {
    if (nearest && squareFrom(pin) >= squareFrom(nearest)) continue
    if (isRight(pin)) nearest = pin
  }
  return nearest ?? usual
}

/** The middle of the bottom edge. */
function usualPin({ w, h }: Size): Point {
  return h < CARD_SIZE_PX.h ? { x: w / 2, y: h } : CARD_PIN_PX
}

function squareFrom(pin: Point): number {
  return (pin.x - CARD_PIN_PX.x) ** 2 + (pin.y - CARD_PIN_PX.y) ** 2
}

function gridOf(box: Box, stepPx: number): Point[] {
  const [columns, rows] = [Math.ceil(box.w / stepPx), Math.ceil(box.h / stepPx)]
  const points: Point[] = []
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      points.push({ x: box.x + (box.w * column) / columns, y: box.y + (box.h * row) / rows })
    }
  }
  return points
}
