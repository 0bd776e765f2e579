const GRID_PX = 24
const LEAST_GAP_PX = 18

/** How far apart the dots stand on the screen and where the first is; the gap stays within 18 to 36 px. */
export function dotsAt(camera: { x: number; y: number; zoom: number }): {
  readonly gapPx: number
  readonly offset: { readonly x: number; readonly y: number }
} {
  let gapPx = GRID_PX * camera.zoom
  while (gapPx < LEAST_GAP_PX) gapPx *= 2
  while (gapPx >= 2 * LEAST_GAP_PX) gapPx /= 2
  return { gapPx, offset: { x: (camera.x * camera.zoom) % gapPx, y: (camera.y * camera.zoom) % gapPx } }
}
