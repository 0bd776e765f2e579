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
