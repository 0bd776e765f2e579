import type { Seen } from './recorders'

const NEAR_PX = 2
const STROKE_GAP_MS = 120
/** What never arrived counts as this late. */
const NEVER_MS = 2_000

/** Where the shape stands (page px) when the pointer is at `pointer` (window px), and the page's zoom. */
export interface Grip {
  readonly shape: { readonly x: number; readonly y: number }
  readonly pointer: { readonly x: number; readonly y: number }
  readonly zoom: number
}

/**
 * From each pointer event to the first frame in which the other page shows the shape within 2 px of the place the
 * event denotes, or past it on the way there. Strokes are horizontal, with a rest in between.
 */
export function toArrivals(pointer: readonly Seen[], frames: readonly Seen[], grip: Grip): number[] {
  let from = grip.shape.x
  return toStrokes(pointer).flatMap((stroke) => {
    const places = stroke.map((event) => ({ at: event.at, x: toPageX(event, grip) }))
    const direction = Math.sign((places.at(-1)?.x ?? from) - from)
    from = places.at(-1)?.x ?? from
    return places.map((place) => {
      const shown = frames.find(
        ({ at, x, y }) =>
          at >= place.at && direction * (x - place.x) >= -NEAR_PX && Math.abs(y - grip.shape.y) <= NEAR_PX,
      )
      return Math.min(NEVER_MS, (shown?.at ?? Infinity) - place.at)
    })
  })
}

function toPageX({ x }: Seen, { shape, pointer, zoom }: Grip): number {
  return shape.x + (x - pointer.x) / zoom
}

function toStrokes(pointer: readonly Seen[]): Seen[][] {
  const strokes: Seen[][] = []
  let lastAt = -Infinity
  for (const event of pointer) {
    if (event.at - lastAt > STROKE_GAP_MS) strokes.push([])
    strokes.at(-1)?.push(event)
    lastAt = event.at
  }
  return strokes
}
