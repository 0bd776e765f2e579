import { fromDigits, RADIX, toDigits } from '@/lib/base62'
import { fnvHash } from '@/lib/fnv-hash'

// Where derived shapes lie in the order of the page. Index keys are compared as text, and their first letter is their
// height: templates (X, teams at its end) lie below what people sent to the back (Y), below cards (Z, interactions at its
// end), below all that people draw (a, b), below what others carry (c). A key never ends in 0.

/** Room for one frame and its plots. */
const KEYS_PER_TEMPLATE = 64
const LAST_DIGIT = 'V'
/** From here the second of two hashes begins. */
const OTHER_START = 0x01000193

/** The lowest key a person's own record may have. */
export const LOWEST_FREE_INDEX = 'Y00'

/** The key of a template's frame (`part` 0) or of one of its plots. */
export function templateIndex(order: number, part: number): string {
  return `X${toDigits(order * KEYS_PER_TEMPLATE + part + 1, 3)}`
}

/** The key of the sheet of a template this version does not know, above those it knows. */
export function unknownTemplateIndex(number: number): string {
  return `XzzF${toDigits(number, 4)}${LAST_DIGIT}`
}

/** The key of a team, above every template. */
export function teamIndex(shapeId: string): string {
  return `XzzT${hashDigits(shapeId)}${LAST_DIGIT}`
}

/** The key of an interaction, above every team, and above every card: a pile under a team is seen through it, not the other way round. */
export function interactionIndex(shapeId: string): string {
  return `Zzz${hashDigits(shapeId)}${LAST_DIGIT}`
}

/** The key of a card: the same for everybody, one for each card, in the order of initiative ids as a fan is. */
export function cardIndex(initiativeId: string, instanceId: string): string {
  const order = [...initiativeId.slice(0, 4)]
    .map((character) => toDigits(character.charCodeAt(0), 2))
    .join('')
  return `Zz${order}${hashDigits(`${initiativeId}/${instanceId}`)}${LAST_DIGIT}`
}

/** The key of a card somebody else carries. */
export function ghostIndex(clientId: number): string {
  return `czzz${toDigits(clientId % RADIX ** 6, 6)}${LAST_DIGIT}`
}

/**
 * Keys at the back of what people drew, below all of these and above the templates: each higher than the one before.
 * `jitter`, in 0..1, keeps them apart from those that somebody else makes at the same moment.
 */
export function backKeys(taken: Iterable<string>, jitter: number): (at: number) => string {
  let lowest = RADIX ** 2 - 1
  for (const key of taken) if (key.startsWith('Y')) lowest = Math.min(lowest, fromDigits(key.slice(1, 3)))
  const level = `Y${toDigits(Math.max(0, lowest - 1), 2)}${toDigits(Math.floor(jitter * RADIX ** 5), 5)}`
  return (at) => `${level}${toDigits(at, 3)}${LAST_DIGIT}`
}

/** A key just above this one, unlike the one anybody else makes at the same moment. `jitter` is in 0..1. */
export function jitteredAbove(key: string, jitter: number): string {
  return `${key}${toDigits(Math.floor(jitter * RADIX ** 6), 6)}${LAST_DIGIT}`
}

/** Two hashes, 64 bits in all, so that two cards never share a key. */
function hashDigits(text: string): string {
  return toDigits(fnvHash(text), 6) + toDigits(fnvHash(text, OTHER_START), 6)
}
