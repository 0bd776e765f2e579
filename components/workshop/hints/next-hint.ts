/** The hints of a first visit, in the order in which they come up. */
export const HINTS = ['place', 'slide', 'follow'] as const
export type Hint = (typeof HINTS)[number]

/** Where a card lands when it is let go: near a line, over a team, or either; null where neither stands on the board. */
export type Landing = 'line' | 'team' | 'either' | null

/** What a person sees and has done on this board since it was opened. */
export interface HintFacts {
  readonly canEdit: boolean
  readonly landing: Landing
  /** Cards that wait in the tray. */
  readonly waiting: number
  readonly hasPlaced: boolean
  /** A card of theirs came to stand at a position on a line: only those slide. */
  readonly hasPlacedOnLine: boolean
  /** Cards are slid by the arrow keys, so a hand on a touch screen is told nothing of it. */
  readonly hasKeyboard: boolean
  readonly others: number
  readonly isFollowing: boolean
}

const IS_DUE: Record<Hint, (facts: HintFacts) => boolean> = {
  place: ({ canEdit, landing, waiting }) => canEdit && landing !== null && waiting > 0,
  slide: ({ canEdit, hasPlaced, hasPlacedOnLine, hasKeyboard }) =>
    canEdit && hasPlaced && hasPlacedOnLine && hasKeyboard,
  follow: ({ others }) => others > 0,
}

const IS_LEARNED: Record<Hint, (facts: HintFacts) => boolean> = {
  place: ({ hasPlaced }) => hasPlaced,
  slide: () => false,
  follow: ({ isFollowing }) => isFollowing,
}

/** The one hint whose moment it is; null where there is none or all are known. */
export function nextHint(facts: HintFacts, known: readonly Hint[]): Hint | null {
  return (
    HINTS.find((hint) => !known.includes(hint) && !IS_LEARNED[hint](facts) && IS_DUE[hint](facts)) ?? null
  )
}

/** The hints a person no longer needs, because they have just done what these tell. */
export function learnedHints(facts: HintFacts): readonly Hint[] {
  return HINTS.filter((hint) => IS_LEARNED[hint](facts))
}
