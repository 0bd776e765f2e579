import type { Box } from '../../../geometry/box'

/** Between one template and the next, page px. */
const GAP_PX = 120

/**
 * Where the top left corner of one more template goes: to the right of all there is, its top level with that of the
 * rightmost template. An empty board takes it at 0, 0. Whole page px.
 */
export function placeBeside(all: Box | null, frames: readonly Box[]): readonly [x: number, y: number] {
  if (!all) return [0, 0]
  const rightmost = frames.reduce<Box | null>(
    (best, frame) => (!best || frame.x + frame.w > best.x + best.w ? frame : best),
    null,
  )
  const right = Math.max(all.x + all.w, rightmost ? rightmost.x + rightmost.w : -Infinity)
  return [Math.ceil(right) + GAP_PX, Math.round(rightmost?.y ?? all.y) + 0]
}
