import type { Hint, Landing } from './next-hint'

interface HintWords {
  readonly title: string
  readonly text: string
  /** The one line there is room for on a phone. */
  readonly short: string
}

const PLACES = {
  line: 'near a line',
  team: 'over a team',
  either: 'near a line or over a team',
} as const

/** What a hint says: it speaks of lines and teams only where they stand on the board, and of cards that are in sight. */
export function hintWords(hint: Hint, landing: Landing, isTrayFolded = false): HintWords {
  if (hint === 'place') {
    const place = PLACES[landing ?? 'either']
    if (isTrayFolded)
      return {
        title: 'Open “To place”',
        text: `Then drag a card onto the board and hold it ${place}: you see where it lands.`,
        short: 'Its cards go onto the board.',
      }
    return {
      title: 'Drag a card onto the board',
      text: `Hold it ${place} and you see where it lands. Undo takes back any step.`,
      short: landing === 'either' ? 'Let go near a line or a team.' : `Let go ${place}.`,
    }
  }
  if (hint === 'slide') {
    return {
      title: 'Slide it along',
      text: 'Press a card on a line, then the arrow keys: it says how much is spent and banked. With Shift it goes further.',
      short: 'With the arrow keys.',
    }
  }
  return {
    title: 'See what others see',
    text: 'Press somebody’s picture at the top to follow them. Moving the board yourself ends it.',
    short: 'Pick somebody at the top.',
  }
}
