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

/** What a hint says: it speaks of lines and teams only where they stand on the board. */
export function hintWords(hint: Hint, landing: Landing): HintWords {
  if (hint === 'place') {
    const place = PLACES[landing ?? 'either']
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
