import { T } from '@tldraw/validate'

/** The card's box in px (look: two lines of title and one quiet row). */
export const CARD_SIZE_PX = { w: 216, h: 88 } as const

/** What a card gives up where many share a curve: first its quiet row, then a line of its title and some width. */
const CROWDED_SIZES_PX = [
  { upTo: 3, ...CARD_SIZE_PX },
  { upTo: 6, w: 216, h: 56 },
  { upTo: 12, w: 216, h: 30 },
  { upTo: Infinity, w: 160, h: 30 },
] as const

/** The box in px of each of so many cards on one curve. */
export function cardSizeAmong(count: number): { readonly w: number; readonly h: number } {
  const { w, h } = CROWDED_SIZES_PX.find(({ upTo }) => count <= upTo) ?? CARD_SIZE_PX
  return { w, h }
}

/** Whether a card of this size stands among so many that the lines to their points would be a thicket. */
export function isThicket({ w }: { readonly w: number }): boolean {
  return w < CARD_SIZE_PX.w
}

/** The middle of the bottom edge, in card px: the point by which a card is held until it is snapped. */
export const CARD_PIN_PX = { x: CARD_SIZE_PX.w / 2, y: CARD_SIZE_PX.h } as const

/**
 * A card refers to an initiative and says where it stands; it holds no text of its own. `target` and `x` repeat the
 * placement, `pinX`, `pinY` (card px) is the point of the card that touches the curve.
 */
export const cardProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  initiativeId: T.string,
  instanceId: T.string,
  target: T.string,
  x: T.number.nullable(),
  pinX: T.number,
  pinY: T.number,
}

export interface CardProps {
  w: number
  h: number
  initiativeId: string
  instanceId: string
  target: string
  x: number | null
  pinX: number
  pinY: number
}
