/** The boards whose title holds every word of the search, in their order. */
export function findBoards<Board extends { readonly title: string }>(
  boards: readonly Board[],
  search: string,
): readonly Board[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  return boards.filter(({ title }) => words.every((word) => fold(title).includes(word)))
}

/** Without case and accents: people search "uber" for "Über". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
