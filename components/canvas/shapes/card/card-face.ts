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
  titleLines: 2,
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
  /** Lower than this there is no room for the quiet row; lower than the other, for one line of the title only. */
  rowFromH: 80,
  twoLinesFromH: 50,
  /** Lower than this a line of the title has room only in small letters. */
  titleLineFromH: 24,
} as const

/** How many lines of its title a card of this height shows, and whether the quiet row. */
export function roomOf(h: number): { readonly titleLines: number; readonly hasRow: boolean } {
  return {
    titleLines: h < CARD_FACE.twoLinesFromH ? 1 : CARD_FACE.titleLines,
    hasRow: h >= CARD_FACE.rowFromH,
  }
}

/** Whether a card of this height says its title in small letters. */
export function isLow(h: number): boolean {
  return h < CARD_FACE.titleLineFromH
}

/** How round the corners of a card of this height are. */
export function radiusOf(h: number): number {
  return isLow(h) ? CARD_FACE.lowRadius : CARD_FACE.radius
}

/** The point of the card's edge nearest to its pin: where a stem begins when the pin stands off the card. */
export function stemStart(
  size: { w: number; h: number },
  pin: { x: number; y: number },
): { x: number; y: number } {
  return { x: clamp(pin.x, 0, size.w), y: clamp(pin.y, 0, size.h) }
}
