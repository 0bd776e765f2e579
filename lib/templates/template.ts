import type { Box } from '../geometry/box'
import type { Point } from '../geometry/point'

/** Around everything that stands on the paper of a template. */
export const MARGIN_PX = 48

/** So much room name and prompt have. */
export const HEADING_PX = 88

/** So far below the axis of a plot the strip begins that says what stopping would mean. */
export const STRIP_GAP_PX = 7

/** So far beyond the outer box of a plot of its own its paper reaches, above and below; places on it are told from the box. */
export const PAPER_AIR_PX = 8

/** One curve's place on a template. The outer box takes drops, with the air around it; the curve's unit space fills `inner`. */
export interface TemplatePlot extends Box {
  readonly curveId: string
  /** Also px from the frame's top left corner, not from the plot's. */
  readonly inner: Box
  /** Where in the outer box cards without a position are put by menu; the whole of it where this is left out. */
  readonly rest?: Box
}

/**
 * One plot for all curves. Whatever is dropped inside takes the nearest line. The outer box of each of the template's
 * plots is then the place beside it where that curve is named; dropped there, a card is on the curve without a position.
 */
export interface OverlayPart extends Box {
  readonly inner: Box
  /** The middle of the letter on each line, by the id of its curve, in px of `inner`. */
  badges(): ReadonlyMap<string, Point>
}

/** What a map of teams shows beside its teams. */
export interface TeamMapPart {
  /** Where new teams are put. */
  readonly area: Box
  /** The arrow of the flow of change, from left to right. */
  readonly flow: Box
  readonly customers: Box
  /** The line at the bottom. */
  readonly footer: Box
  /** How the map is meant. */
  readonly note: string
  /** Whose shapes these are and under which licence. */
  readonly attribution: string
}

/** A template as data: what stands where on its frame. All px are from the frame's top left corner. */
export interface Template {
  readonly id: string
  readonly name: string
  /** The question it puts to the group. */
  readonly prompt: string
  readonly size: { readonly w: number; readonly h: number }
  /** The room at the top that belongs to name and prompt. */
  readonly heading: Box
  readonly plots: readonly TemplatePlot[]
  /** There where all curves share one plot. */
  readonly overlay?: OverlayPart
  /** There where teams stand on it. */
  readonly teamMap?: TeamMapPart
}
