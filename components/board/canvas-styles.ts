import type { Signal } from '@tldraw/state'

// What a workshop needs of a pen: six colours that stay apart and three sizes.

/** The colours, by the name the document keeps; the swatch is what a stroke of it looks like on paper. */
export const CANVAS_COLORS = [
  { color: 'black', words: 'Ink', swatch: 'var(--ink)' },
  { color: 'blue', words: 'Blue', swatch: '#4465e9' },
  { color: 'green', words: 'Green', swatch: '#099268' },
  { color: 'yellow', words: 'Yellow', swatch: '#f1ac4b' },
  { color: 'red', words: 'Red', swatch: '#e03131' },
  { color: 'violet', words: 'Violet', swatch: '#ae3ec9' },
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
}

/** The part of the canvas that knows looks. */
export interface CanvasStyling {
  /** Null while nothing has a look to choose. */
  readonly look: Signal<CanvasLook | null>
  setLook(look: Partial<{ color: CanvasColor; size: CanvasSize }>): void
}
