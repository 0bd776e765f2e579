import { foldText } from '@/lib/moving/fold-text'

/** The boards whose title holds every word of the search, in their order. */
export function findBoards<Board extends { readonly title: string }>(
  boards: readonly Board[],
  search: string,
): readonly Board[] {
  const words = foldText(search).split(/\s+/).filter(Boolean)
  return boards.filter(({ title }) => words.every((word) => foldText(title).includes(word)))
}
