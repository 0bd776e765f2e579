import type { CanvasColor } from '../canvas-styles'

type Papers = Readonly<Record<CanvasColor, string>>

// Any two stay apart for colour-blind eyes, and each carries the words of the canvas engine at 4.5:1. A paper keeps its
// name from light to dark. `components/ui/tokens.css` holds the same values.
/** What a note is cut from, by the name the document keeps for its colour. */
export const NOTE_PAPERS: Readonly<Record<'light' | 'dark', Papers>> = {
  light: {
    black: '#fbec80',
    blue: '#7c9cf2',
    green: '#78d5ab',
    yellow: '#f9a843',
    red: '#f77384',
    violet: '#e8a8f3',
  },
  dark: {
    black: '#726e18',
    blue: '#1a58b0',
    green: '#1a5c44',
    yellow: '#744004',
    red: '#700c26',
    violet: '#571b6b',
  },
}
