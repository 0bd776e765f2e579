// Where things stand on a card, in px: the page and exported pictures are laid out by the same numbers.

export const CARD_FACE = {
  radius: 10,
  strip: 4,
  paddingLeft: 14,
  paddingRight: 10,
  titleTop: 10,
  titleSize: 14,
  titleLine: 18,
  titleLines: 2,
  rowCenter: 68,
  rowSize: 12,
  glyphW: 24,
  glyphH: 16,
  markSize: 20,
  pinRadius: 5,
} as const

/** The point of the card's edge nearest to its pin: where a stem begins when the pin stands off the card. */
export function stemStart(
  size: { w: number; h: number },
  pin: { x: number; y: number },
): { x: number; y: number } {
  return { x: clamp(pin.x, size.w), y: clamp(pin.y, size.h) }
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max)
}
