import { keepsToItself, toLine } from '../../text/visible-line'
import { INITIATIVE_LIMITS } from '../limits/initiative-limits'

/** What stands between tags where several are written in one line, so no tag holds it. */
const BETWEEN = /[;,|\u0000-\u001f\u007f-\u009f\u2028\u2029]+/
/** How tags are written in one line. */
const JOINT = '; '

/** Says whether a text may be a tag: short, one line, no separator, no blanks around it. */
export function isTag(text: string): boolean {
  const isShort = text.length > 0 && text.length <= INITIATIVE_LIMITS.TAG_CHARACTERS
  return isShort && text === text.trim() && !BETWEEN.test(text) && keepsToItself(text)
}

/** Reads the tags of a line, each once whatever its case, in their order; nothing is cut, so they may be too long. */
export function splitTags(line: string): readonly string[] {
  const tags = new Map<string, string>()
  for (const part of line.split(BETWEEN)) {
    const tag = toLine(part)
    const key = tag.toLowerCase()
    if (tag !== '' && !tags.has(key)) tags.set(key, tag)
  }
  return [...tags.values()]
}

/** Writes tags in one line that `splitTags` reads again. */
export function joinTags(tags: readonly string[]): string {
  return tags.join(JOINT)
}
