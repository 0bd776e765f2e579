import type { Json } from '@/lib/board/layout'

/** The frame of a pointer that somebody else moves. */
export const FORGED_FRAME = 888_888
/** The two shapes that are put into each other. */
export const CYCLE = ['shape:cycle-a', 'shape:cycle-b'] as const
export const FLOOD_FRAMES = 10_000
export const OVERSIZE_BYTES = 10 * 1024 * 1024
const MARK = 'forged-as-'
const LEVELS = 2_000
const KIND = /^[a-z-]+?(?=!)/

/** What stands in whatever is forged in this way: whoever gets it was reached. */
export function markOf(kind: string): string {
  return `${MARK}${kind}!`
}

/** The ways of forging that a message shows. */
export function forgeriesIn(bytes: Buffer): string[] {
  const found: string[] = []
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const kind = KIND.exec(bytes.toString('latin1', at + MARK.length, at + MARK.length + 30))?.[0]
    if (kind !== undefined) found.push(kind)
  }
  return found
}

/** A text within thousands of lists. */
export function deepText(): Json {
  let nested: Json = markOf('deep-nesting')
  for (let level = 0; level < LEVELS; level++) nested = [nested]
  return { type: 'doc', content: [{ type: 'paragraph', content: nested }] }
}
