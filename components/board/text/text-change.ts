/** One replacement in a text, in UTF-16 units. */
export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** One part of a change as Yjs tells it. */
export interface DeltaPart {
  readonly retain?: number | undefined
  readonly insert?: unknown
  readonly delete?: number | undefined
}

/**
 * The smallest replacement that turns one text into another; null where they are equal. `caret` is where typing left
 * the caret: what lies behind it was not typed, so that an "a" typed among "aa" is found where it was typed.
 */
export function findChange(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null
  const mostEnd = Math.min(before.length, after.length, Math.max(0, after.length - caret))
  let end = 0
  while (end < mostEnd && before.at(-1 - end) === after.at(-1 - end)) end++
  if (isLowSurrogate(after, after.length - end)) end--
  const mostStart = Math.min(before.length, after.length) - end
  let start = 0
  while (start < mostStart && before[start] === after[start]) start++
  if (isLowSurrogate(after, start) || isLowSurrogate(before, start)) start--
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** Where an index is after somebody else's change. What is put in exactly there comes behind it. */
export function mapIndex(index: number, delta: readonly DeltaPart[]): number {
  let read = 0
  let mapped = index
  for (const part of delta) {
    if (read >= index) return mapped
    if (part.retain !== undefined) read += part.retain
    else if (part.delete !== undefined) {
      mapped -= Math.min(part.delete, index - read)
      read += part.delete
    } else if (typeof part.insert === 'string') mapped += part.insert.length
  }
  return mapped
}

/** Cuts what is put in so that the whole stays within this many characters; a pair of surrogates is never cut. */
export function withinLimit(change: TextChange, length: number, maxCharacters: number): TextChange {
  const room = Math.max(0, maxCharacters - (length - change.remove))
  if (change.insert.length <= room) return change
  const cut = isLowSurrogate(change.insert, room) ? room - 1 : room
  return { ...change, insert: change.insert.slice(0, Math.max(0, cut)) }
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
