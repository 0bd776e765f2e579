/** A point: in unit space 0..1 with y up, or in px with y down; each use says which. */
export interface Point {
  readonly x: number
  readonly y: number
}
