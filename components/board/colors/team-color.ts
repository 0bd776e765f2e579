/** The colours of teams, by hue, and that of cards without a team. */
export interface TeamColors {
  readonly hues: readonly string[]
  readonly none: string
}

const NONE = '#b9b4a8'

// The twelve stay apart for colour-blind eyes, are neither the red of danger nor the accent, and are seen on every card
// at 3:1. A hue keeps its angle from light to dark, where brown is therefore seen as yellow. `components/ui/tokens.css`
// holds the same values.
const LIGHT = [
  '#6c2100',
  '#d66900',
  '#816c46',
  '#016700',
  '#35a05d',
  '#184736',
  '#019af3',
  '#065abb',
  '#492970',
  '#a38bb6',
  '#892c8b',
  '#bb4d9b',
] as const
const DARK = [
  '#bd5518',
  '#f28e42',
  '#ffd051',
  '#637d5a',
  '#86f7aa',
  '#01b182',
  '#5ec1ff',
  '#357bd1',
  '#a688f0',
  '#e3d1fd',
  '#a7569f',
  '#ff94d6',
] as const

/** On the page: the theme says which. */
export const PAGE_TEAMS: TeamColors = { hues: LIGHT.map((_, hue) => `var(--team-${hue})`), none: NONE }

/** In pictures that leave the page. */
export const PICTURE_TEAMS: Readonly<Record<'light' | 'dark', TeamColors>> = {
  light: { hues: LIGHT, none: NONE },
  dark: { hues: DARK, none: NONE },
}

/** The colour of a team's strip, on a card, in the tray and on the map of the board. */
export function teamColor(hue: number | null, { hues, none }: TeamColors = PAGE_TEAMS): string {
  return hue === null ? none : (hues[hue] ?? none)
}
