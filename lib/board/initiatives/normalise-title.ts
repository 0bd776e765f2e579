import { withoutAccents } from '../../text/without-accents'

/** A title as it counts when two are compared: without case, accents, punctuation and doubled blanks. */
export function normaliseTitle(title: string): string {
  const folded = withoutAccents(title.normalize('NFKD')).toLowerCase()
  const words = folded
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  return words === '' ? folded.trim() : words
}
