import { findSplice } from './rewrite-text'

/**
 * Does the change from `before` to `after` on a text that others have changed meanwhile: what was put in is in the
 * answer whole, and only letters that stood in `before` are taken away.
 */
export function mergeText(current: string, { before, after }: { before: string; after: string }): string {
  if (current === after) return current
  const mine = findSplice(before, after)
  const theirs = findSplice(before, current)
  const [from, to] = [mine.at, mine.at + mine.remove]
  const [gone, kept] = [theirs.at, theirs.at + theirs.remove]
  const head =
    before.slice(0, Math.min(from, gone)) + (from <= gone ? mine.insert : '') + rest(before, from, [to, gone])
  const tail =
    before.slice(kept, Math.max(from, kept)) +
    (from > kept ? mine.insert : '') +
    before.slice(Math.max(to, kept))
  const middle = theirs.insert + (from > gone && from <= kept ? mine.insert : '')
  return head + middle + tail
}

/** The letters of mine that stay between the end of my deletion and the beginning of theirs. */
function rest(before: string, from: number, [to, gone]: readonly [number, number]): string {
  return from <= gone ? before.slice(Math.min(to, gone), gone) : ''
}
