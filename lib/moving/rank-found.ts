import { foldText } from './fold-text'

/** What a thing on the board is known by. */
export interface Findable {
  readonly title: string
  readonly externalKey?: string | undefined
  readonly team?: string | undefined
  readonly owner?: string | undefined
}

/** How well one word stands for one field; the smaller the better. */
const WHOLE = 0
const BEGINS = 1
const BEGINS_A_WORD = 2
const INSIDE = 3

/** A word of the title says more than one of the team; the key of a row is meant when it is typed in full. */
const FIELDS = [
  { read: (one: Findable) => one.title, weight: 0 },
  { read: (one: Findable) => one.externalKey, weight: 1 },
  { read: (one: Findable) => one.owner, weight: 4 },
  { read: (one: Findable) => one.team, weight: 5 },
] as const

/**
 * Those in which every word of the search stands somewhere, the nearest first; equals keep their order. Case and
 * accents do not matter. A search without words finds all.
 */
export function rankFound<Entry extends Findable>(
  entries: readonly Entry[],
  search: string,
): readonly Entry[] {
  const words = foldText(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  const whole = words.join(' ')
  return entries
    .flatMap((entry) => {
      const distance = distanceOf(entry, words, whole)
      return distance === null ? [] : [{ entry, distance }]
    })
    .sort((one, other) => one.distance - other.distance)
    .map(({ entry }) => entry)
}

function distanceOf(entry: Findable, words: readonly string[], whole: string): number | null {
  const fields = FIELDS.map(({ read, weight }) => ({ text: foldText(read(entry) ?? ''), weight }))
  let sum = 0
  for (const word of words) {
    const near = fields.flatMap(({ text, weight }) => {
      const match = matchOf(text, word)
      return match === null ? [] : [match + weight]
    })
    if (near.length === 0) return null
    sum += Math.min(...near)
  }
  // Who types a title or a key as it is written means that one.
  const isExact = fields.some(({ text, weight }) => weight <= 1 && text === whole)
  return isExact ? -1 : sum / words.length
}

function matchOf(text: string, word: string): number | null {
  if (text === word) return WHOLE
  const at = text.indexOf(word)
  if (at < 0) return null
  if (at === 0) return BEGINS
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)) ? BEGINS_A_WORD : INSIDE
}
