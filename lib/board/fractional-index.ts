import { RADIX, toDigits } from '../base62'

// Sibling order as text keys between which there is always room. The same input gives the same keys, so that every
// page that repairs for display shows what the server writes.

/** A key must not end in the lowest digit: nothing would fit below it. */
const MIDDLE = 'V'

/** The key an empty list starts from. */
export const LOWEST_INDEX = 'a0'

/** Says whether a key fits between these two; `above` null means that there is no upper end. */
export function hasRoom(below: string, above: string | null): boolean {
  if (above === null) return true
  if (above <= below) return false
  return !above.startsWith(below) || /[^0]/.test(above.slice(below.length))
}

/** Makes keys in ascending order, all above `below` and below `above`. The two must have room between them. */
export function keysBetween(below: string, above: string | null, count: number): string[] {
  const lead = above?.startsWith(below) ? leadUnder(above.slice(below.length)) : ''
  const width = Math.max(1, Math.ceil(Math.log(count + 1) / Math.log(RADIX)))
  const step = Math.floor(RADIX ** width / (count + 1))
  return Array.from({ length: count }, (_, at) => below + lead + toDigits((at + 1) * step, width) + MIDDLE)
}

/** Zeros enough to stay under what follows. */
function leadUnder(rest: string): string {
  return '0'.repeat(rest.search(/[^0]/) + 1)
}
