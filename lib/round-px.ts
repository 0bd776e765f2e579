/** A length or place in hundredths of a pixel, as it is stored. Adding zero turns -0 into 0, which JSON could not carry. */
export function roundPx(px: number): number {
  return Math.round(px * 100) / 100 + 0
}
