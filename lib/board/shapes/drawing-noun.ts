const NOUNS: Readonly<Record<string, string>> = {
  note: 'note',
  text: 'text',
  image: 'picture',
  arrow: 'arrow',
}

/** What people call one of what is drawn on a board, by the type of its record. */
export function drawingNoun(type: unknown): string {
  return (typeof type === 'string' && NOUNS[type]) || 'drawing'
}
