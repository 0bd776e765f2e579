const GAP_PX = 6
/** From a button to the line of the bar it stands in, and the air beyond that. */
const OFF_BAR_PX = { top: 6 + 8, floating: 4 + 8 } as const

/** The bar a button stands in: at the top of a page, or floating over the canvas. */
export type Bar = keyof typeof OFF_BAR_PX

/** How far from its button a sheet hangs, px; where the button stands in a bar, from the bar. */
export function hangingOffset(bar: Bar | undefined): number {
  return bar ? OFF_BAR_PX[bar] : GAP_PX
}
