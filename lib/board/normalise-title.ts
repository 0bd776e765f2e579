/** A title as it counts when two are compared: without case, accents, punctuation and doubled blanks. */
export function normaliseTitle(title: string): string {
  const folded = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  return words === '' ? folded.trim() : words
}
