/** How far what stands along the edges of the canvas reaches into it, px. */
export interface CoveredEdges {
  readonly top: number
  readonly bottom: number
}

/**
 * By the width of the canvas at most: above, the button of the tray beside the banners or over them; below, the tools
 * beside the zoom or under it. `board-frame.module.css` places them.
 */
const COVERED_PX = [
  { upTo: 389, top: 80, bottom: 136 },
  { upTo: 640, top: 80, bottom: 84 },
  { upTo: 860, top: 128, bottom: 84 },
] as const
const WIDE_PX: CoveredEdges = { top: 64, bottom: 84 }

/** The first banner begins this far down, and below the last one there is as much air. */
const BANNERS_FROM_PX = 12

/**
 * What lies over a canvas of this width, px: whatever stands on the canvas itself keeps clear of it. One banner has its
 * room already; `bannersPx` is how high all of them are.
 */
export function coveredEdges(widthPx: number, bannersPx = 0): CoveredEdges {
  const { top, bottom } = COVERED_PX.find(({ upTo }) => widthPx <= upTo) ?? WIDE_PX
  return { top: Math.max(top, bannersPx + 2 * BANNERS_FROM_PX), bottom }
}
