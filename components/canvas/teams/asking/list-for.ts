export type ListName = 'from' | 'to'

/**
 * Which of the two lists of the question takes a team that is pressed on the map, no team twice: the first empty one; of
 * two that are filled the one that was not chosen last.
 */
export function listFor(
  chosen: { readonly from: string; readonly to: string },
  id: string,
  last: ListName | null,
): ListName | null {
  if (chosen.from === id || chosen.to === id) return null
  if (chosen.from === '') return 'from'
  if (chosen.to === '') return 'to'
  return last === 'from' ? 'to' : 'from'
}
