import type { Signal } from '@tldraw/state'

// What a workshop needs of a pen: six colours that stay apart and three sizes.

/** The colours, by the name the document keeps: what a stroke of it looks like on paper, and what a note of it is cut from. */
export const CANVAS_COLORS = [
  {
    color: 'black',
    ink: { words: 'Ink', swatch: 'var(--ink)' },
    note: { words: 'Yellow', swatch: 'var(--note-black)' },
  },
  {
    color: 'blue',
    ink: { words: 'Blue', swatch: '#4465e9' },
    note: { words: 'Blue', swatch: 'var(--note-blue)' },
  },
  {
    color: 'green',
    ink: { words: 'Green', swatch: '#099268' },
    note: { words: 'Green', swatch: 'var(--note-green)' },
  },
  {
    color: 'yellow',
    ink: { words: 'Yellow', swatch: '#f1ac4b' },
    note: { words: 'Orange', swatch: 'var(--note-yellow)' },
  },
  {
    color: 'red',
    ink: { words: 'Red', swatch: '#e03131' },
    note: { words: 'Red', swatch: 'var(--note-red)' },
  },
  {
    color: 'violet',
    ink: { words: 'Violet', swatch: '#ae3ec9' },
    note: { words: 'Violet', swatch: 'var(--note-violet)' },
  },
] as const
export type CanvasColor = (typeof CANVAS_COLORS)[number]['color']

export const CANVAS_SIZES = [
  { size: 's', words: 'Small' },
  { size: 'm', words: 'Medium' },
  { size: 'l', words: 'Large' },
] as const
export type CanvasSize = (typeof CANVAS_SIZES)[number]['size']

/** The look of what is selected, or of what the tool in hand draws next; null where the selected differ. */
export interface CanvasLook {
  readonly color: CanvasColor | null
  readonly size: CanvasSize | null
  /** It is the look of notes alone: their colour is that of the paper, not of ink. */
  readonly isNote: boolean
}

/** The part of the canvas that knows looks. */
export interface CanvasStyling {
  /** Null while nothing has a look to choose. */
  readonly look: Signal<CanvasLook | null>
  setLook(look: Partial<{ color: CanvasColor; size: CanvasSize }>): void
}
