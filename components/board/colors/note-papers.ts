import type { CanvasColor } from '../canvas/canvas-styles'

type Papers = Readonly<Record<CanvasColor, string>>

// Any two stay apart for colour-blind eyes, and each carries black words at 4.5:1. In the dark a paper is dimmed, but
// stays the paper its name says, as under a lamp: dark papers with light words are mud. `components/ui/tokens.css` holds
// the same values.
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
    black: '#d5c762',
    blue: '#6582d2',
    green: '#5eb58e',
    yellow: '#d68b28',
    red: '#d55b6c',
    violet: '#c68bd0',
  },
}

/** What is written on a paper with, in both themes. */
export const NOTE_INK = '#000000'
