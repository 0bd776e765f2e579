import type { MeasureText } from '@/lib/text/wrap-text'
import type { NotationEntry } from './notation-of'

/** Measures a text in the font the picture is drawn with. */
export type MeasureIn = (font: { sizePx: number; weight: number }) => MeasureText

export interface CaptionText {
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly text: string
  readonly sizePx: number
  readonly weight: 400 | 600
  readonly soft: boolean
}

export interface CaptionSwatch {
  readonly x: number
  readonly y: number
  readonly sizePx: number
  readonly color: string
}

/** A small outline of the notation, drawn at this scale. */
export interface CaptionOutline {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly outline: NotationEntry['outline']
}

/** A block of writing above or below the drawing; places are px from its own top left corner. */
export interface CaptionBlock {
  readonly heightPx: number
  readonly texts: readonly CaptionText[]
  readonly swatches: readonly CaptionSwatch[]
  readonly outlines: readonly CaptionOutline[]
}

/** A block of nothing, which takes no room. */
export const EMPTY_BLOCK: CaptionBlock = { heightPx: 0, texts: [], swatches: [], outlines: [] }
