import { count } from '@/lib/text/count'

/** What stands on a template that is about to go. */
interface Standing {
  readonly cards: number
  /** Of these cards, how many stand nowhere else. */
  readonly onlyHere: number
  readonly teams: number
}

/** What happens when a template is removed, in sentences. */
export function removalWords({ cards, onlyHere, teams }: Standing): readonly string[] {
  const words: string[] = []
  if (cards === 0) words.push('No card stands on it.')
  else if (onlyHere === cards) words.push(`Its ${count(cards, 'card goes', 'cards go')} back to the tray.`)
  else {
    const rest = onlyHere === 0 ? 'None goes back to the tray: they stand elsewhere too.' : ''
    words.push(
      `${count(cards, 'card stands', 'cards stand')} on it.`,
      rest ||
        `${onlyHere} of them ${onlyHere === 1 ? 'goes' : 'go'} back to the tray; the rest stand elsewhere too.`,
    )
  }
  if (teams > 0)
    words.push(`Its ${count(teams, 'team goes', 'teams go')} with it, and how they work together.`)
  words.push('Notes and drawings stay. Undo brings everything back.')
  return words
}
