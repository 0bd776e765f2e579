import { isLinkAddress } from '../board/initiatives/addresses'
import { INITIATIVE_LIMITS } from '../board/limits/initiative-limits'
import { splitTags } from '../board/initiatives/tags'
import { LIMITS } from '../sync/limits'
import { cleanLines, cleanText } from './clean-text'

/** What of a cell is kept, and what is not, with the reason. */
export interface FieldReading<Value> {
  readonly kept?: Value
  readonly reason?: string
}

const { NAME_CHARACTERS, MOST_EFFORT, TAGS, TAG_CHARACTERS, LINKS } = INITIATIVE_LIMITS
const NUMBER = /^\d+([.,]\d+)?$/
/** Some write thousands like this and some a fraction; after a zero it is a fraction to everybody. */
const AMBIGUOUS = /^(?!0+[.,])\d{1,3}[.,]\d{3}$/

/** Reads a cell with a name in it, such as a team's; one that is too long is left out whole. */
export function readName(cell: string): FieldReading<string> {
  const text = cleanText(cell)
  if (text === '') return {}
  if (text.length <= NAME_CHARACTERS) return { kept: text }
  return { reason: `Left out: it is longer than ${NAME_CHARACTERS} characters.` }
}

/** Reads a cell of several lines; a text that is too long is left out whole. */
export function readSummary(cell: string): FieldReading<string> {
  const text = cleanLines(cell)
  if (text === '') return {}
  if (text.length <= LIMITS.SUMMARY_CHARACTERS) return { kept: text }
  const most = LIMITS.SUMMARY_CHARACTERS.toLocaleString('en-US')
  return { reason: `Left out: it is longer than ${most} characters.` }
}

/**
 * Reads a number of person-weeks, with a decimal point or comma; one that may as well mean thousands is left out, unless
 * `isOurs`: an export of Contour wrote it, and writes no thousands apart.
 */
export function readEffort(cell: string, isOurs = false): FieldReading<number> {
  const text = cleanText(cell)
  if (text === '') return {}
  if (!isOurs && AMBIGUOUS.test(text))
    return { reason: `Left out: ${text} may mean ${meaningsOf(text)}; write one of them.` }
  const effort = NUMBER.test(text) ? Number(text.replace(',', '.')) : NaN
  if (effort <= MOST_EFFORT) return { kept: effort }
  return { reason: 'Left out: it is not a number of person-weeks.' }
}

/** The two numbers an ambiguous one may be, each written so that it is read as that. */
function meaningsOf(ambiguous: string): string {
  const fraction = String(Number(ambiguous.replace(',', '.')))
  return `${ambiguous.replace(/[.,]/, '')} or ${AMBIGUOUS.test(fraction) ? `${fraction}0` : fraction}`
}

/** Reads tags between commas, semicolons or line ends; those that are too long or too many are left out. */
export function readTags(cell: string): FieldReading<readonly string[]> {
  const all = splitTags(cleanLines(cell))
  const short = all.filter((tag) => tag.length <= TAG_CHARACTERS)
  const tooLong = short.length < all.length ? `a tag is longer than ${TAG_CHARACTERS} characters` : ''
  return limited(short, { most: TAGS, name: 'tags', fault: tooLong })
}

/** Reads addresses between blanks or line ends; what is none is left out. */
export function readLinks(cell: string): FieldReading<readonly string[]> {
  const all = [...new Set(cleanLines(cell).split(/\s+/))].filter((address) => address !== '')
  const links = all.filter(isLinkAddress)
  const fault = links.length < all.length ? 'not everything is a web or mail address' : ''
  return limited(links, { most: LINKS, name: 'links', fault })
}

function limited(
  texts: readonly string[],
  { most, name, fault }: { most: number; name: string; fault: string },
): FieldReading<readonly string[]> {
  const faults = [fault, texts.length > most ? `only ${most} ${name} fit` : ''].filter(Boolean)
  const kept = texts.slice(0, most)
  return {
    ...(kept.length > 0 ? { kept } : {}),
    ...(faults.length > 0 ? { reason: `Partly left out: ${faults.join(', and ')}.` } : {}),
  }
}
