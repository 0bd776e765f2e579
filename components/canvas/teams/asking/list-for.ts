/** Which of the two lists of the question takes a team that is pressed on the map: the first empty one, no team twice. */
export function listFor(
  chosen: { readonly from: string; readonly to: string },
  id: string,
): 'from' | 'to' | null {
  if (chosen.from === id || chosen.to === id) return null
  if (chosen.from === '') return 'from'
  return chosen.to === '' ? 'to' : null
}
