import type { Draft } from './drafts'

/** Where late letters go: over what was selected; where that says something else by now, it stays, and they go before it. */
export function latePlace(
  { text }: Pick<Draft, 'text'>,
  [start, end]: NonNullable<Draft['caret']>,
  now: string,
): readonly [start: number, end: number] {
  return [start, now.slice(start, end) === text.slice(start, end) ? end : start]
}
