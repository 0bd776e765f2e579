import { cardRoom } from '@/lib/board/shapes/card-room'
import { clamp } from '@/lib/clamp'

// Where things stand on a card, in px: the page and exported pictures are laid out by the same numbers.

export const CARD_FACE = {
  radius: 10,
  lowRadius: 4,
  strip: 4,
  paddingLeft: 14,
  paddingRight: 10,
  titleTop: 10,
  titleSize: 14,
  titleLine: 18,
  lowTitleSize: 11,
  lowPaddingLeft: 10,
  lowPaddingRight: 7,
  rowCenter: 68,
  rowSize: 12,
  glyphW: 24,
  glyphH: 16,
  markSize: 20,
  pinRadius: 5,
  /** As wide as this at least while it shows all of its title. */
  openW: 208,
} as const

/** How round the corners of a card of this height are. */
export function radiusOf(h: number): number {
  return cardRoom(h).isLow ? CARD_FACE.lowRadius : CARD_FACE.radius
}

/** The point of the card's edge nearest to its pin: where a stem begins when the pin stands off the card. */
export function stemStart(
  size: { w: number; h: number },
  pin: { x: number; y: number },
): { x: number; y: number } {
  return { x: clamp(pin.x, 0, size.w), y: clamp(pin.y, 0, size.h) }
}
