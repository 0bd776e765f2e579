/** How wide and how high something is, in px. */
export interface Size {
  readonly w: number
  readonly h: number
}
