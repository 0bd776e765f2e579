// Where derived shapes lie in the order of the page. Index keys are compared as text, and their first letter is their
// height: templates (X, teams and interactions at its end) lie below what people sent to the back (Y), below cards (Z),
// below all that people draw (a, b), below what others carry (c). A key never ends in 0.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RADIX = DIGITS.length
/** Room for one frame and its plots. */
const KEYS_PER_TEMPLATE = 64
const LAST_DIGIT = 'V'

/** The lowest key a person's own record may have. */
export const LOWEST_FREE_INDEX = 'Y00'

/** The key of a template's frame (`part` 0) or of one of its plots. */
export function templateIndex(order: number, part: number): string {
  return `X${inDigits(order * KEYS_PER_TEMPLATE + part + 1, 3)}`
}

/** The key of the sheet of a template this version does not know, above those it knows. */
export function unknownTemplateIndex(number: number): string {
  return `XzzF${inDigits(number, 4)}${LAST_DIGIT}`
}

/** The key of a team, above every template. */
export function teamIndex(shapeId: string): string {
  return `XzzT${hashDigits(shapeId)}${LAST_DIGIT}`
}

/** The key of an interaction, above every team. */
export function interactionIndex(shapeId: string): string {
  return `Xzzi${hashDigits(shapeId)}${LAST_DIGIT}`
}

/** The key of a card: the same for everybody, one for each card, in the order of initiative ids as a fan is. */
export function cardIndex(initiativeId: string, instanceId: string): string {
  const order = [...initiativeId.slice(0, 4)]
    .map((character) => inDigits(character.charCodeAt(0), 2))
    .join('')
  return `Zz${order}${hashDigits(`${initiativeId}/${instanceId}`)}${LAST_DIGIT}`
}

/** The key of a card somebody else carries. */
export function ghostIndex(clientId: number): string {
  return `czzz${inDigits(clientId % RADIX ** 6, 6)}${LAST_DIGIT}`
}

/** A key at the back of what people drew, below all of these and above cards' lower neighbours. */
export function backIndex(taken: Iterable<string>, jitter: number): string {
  let lowest = RADIX ** 2 - 1
  for (const key of taken) if (key.startsWith('Y')) lowest = Math.min(lowest, fromDigits(key.slice(1, 3)))
  return `Y${inDigits(Math.max(0, lowest - 1), 2)}${inDigits(Math.floor(jitter * RADIX ** 5), 5)}${LAST_DIGIT}`
}

/** A key just above this one, unlike the one anybody else makes at the same moment. `jitter` is in 0..1. */
export function jitteredAbove(key: string, jitter: number): string {
  return `${key}${inDigits(Math.floor(jitter * RADIX ** 6), 6)}${LAST_DIGIT}`
}

function inDigits(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let place = 0; place < length; place++) {
    text = (DIGITS[rest % RADIX] ?? '0') + text
    rest = Math.floor(rest / RADIX)
  }
  return text
}

function fromDigits(text: string): number {
  let value = 0
  for (const digit of text) value = value * RADIX + Math.max(0, DIGITS.indexOf(digit))
  return value
}

/** Two rounds of FNV-1a: 64 bits, so that two cards never share a key. */
function hashDigits(text: string): string {
  return inDigits(fnv(text, 0x811c9dc5), 6) + inDigits(fnv(text, 0x01000193), 6)
}

function fnv(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}
