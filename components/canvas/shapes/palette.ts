import { PAGE_TEAMS, PICTURE_TEAMS, type TeamColors } from '../../board/colors/team-color'

/** The colours our shapes are drawn in: variables on the page, plain values in a picture that leaves the page. */
export interface Palette {
  readonly paper: string
  readonly surface: string
  readonly card: string
  readonly line: string
  readonly ink: string
  readonly inkSoft: string
  readonly accent: string
  readonly cheap: string
  readonly costly: string
  readonly stranded: string
  readonly attention: string
  /** The line of the flow of change on a map of teams. */
  readonly flow: string
  /** The lines of curves that share one plot, by the letter of the curve. */
  readonly lineA: string
  readonly lineB: string
  readonly lineC: string
  readonly lineD: string
  readonly lineE: string
  readonly lineF: string
  /** The colours of teams. */
  readonly teams: TeamColors
}

export const PAGE_PALETTE: Palette = {
  paper: 'var(--paper)',
  surface: 'var(--surface)',
  card: 'var(--canvas-card)',
  line: 'var(--line)',
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  accent: 'var(--accent)',
  cheap: 'var(--canvas-cheap)',
  costly: 'var(--canvas-costly)',
  stranded: 'var(--canvas-stranded)',
  attention: 'var(--attention-text)',
  flow: 'var(--canvas-flow)',
  lineA: 'var(--canvas-line-a)',
  lineB: 'var(--canvas-line-b)',
  lineC: 'var(--canvas-line-c)',
  lineD: 'var(--canvas-line-d)',
  lineE: 'var(--canvas-line-e)',
  lineF: 'var(--canvas-line-f)',
  teams: PAGE_TEAMS,
}

const LIGHT: Palette = {
  paper: '#FBFAF7',
  surface: '#FFFFFF',
  card: '#FFFFFF',
  line: '#E7E3DA',
  ink: '#1C1F26',
  inkSoft: '#5B606B',
  accent: '#0F766E',
  cheap: '#7CB5A3',
  costly: '#E3B45C',
  stranded: '#D98A94',
  attention: '#8A4207',
  flow: '#595959',
  lineA: '#2F6DB5',
  lineB: '#9A5B13',
  lineC: '#5B606B',
  lineD: '#2B7A4B',
  lineE: '#8B4A86',
  lineF: '#B23A3A',
  teams: PICTURE_TEAMS.light,
}

const DARK: Palette = {
  paper: '#16181D',
  surface: '#1E2128',
  card: '#272B34',
  line: '#2E323B',
  ink: '#ECEBE7',
  inkSoft: '#A3A7B0',
  accent: '#2DD4BF',
  cheap: '#3F7F70',
  costly: '#96702A',
  stranded: '#93505A',
  attention: '#F8C15C',
  flow: '#A3A7B0',
  lineA: '#8AB8F0',
  lineB: '#E5B06B',
  lineC: '#B3B9C4',
  lineD: '#7FCBA0',
  lineE: '#DDA3D6',
  lineF: '#F29C95',
  teams: PICTURE_TEAMS.dark,
}

const LINES: Readonly<Record<string, Exclude<keyof Palette, 'teams'>>> = {
  A: 'lineA',
  B: 'lineB',
  C: 'lineC',
  D: 'lineD',
  E: 'lineE',
  F: 'lineF',
}

/** The colour of a curve's line in a plot that it shares; ink where there are more curves than colours. */
export function lineColor(palette: Palette, letter: string): string {
  return palette[LINES[letter] ?? 'ink']
}

/** The colour of a card's pin: that of its line where several share a plot. */
export function pinColor(
  card: { readonly curve: { readonly letter: string } | null; readonly isOnSharedPlot: boolean },
  palette: Palette,
): string {
  return card.curve && card.isOnSharedPlot ? lineColor(palette, card.curve.letter) : palette.accent
}

/** The palette of an exported picture. */
export function picturePalette(dark: boolean): Palette {
  return dark ? DARK : LIGHT
}

/** Up to two initials of a name, for the owner's mark on a card. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : ''
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}
