import { readsLongWord } from '../text/long-word'

/** Beyond this the canvas draws for seconds: clouds and arcs are drawn in steps of a few pixels. */
const SIDE_PX = 50_000
/** Notes and texts have their size by it; beyond these nobody reads them, and a note hides the whole board. */
const SCALE = { least: 0.01, most: 100 }

type Fields = { readonly [key: string]: unknown }

/**
 * Looks for what passes the canvas's own validators although it cannot draw it: strokes without points make it fall
 * over, enormous shapes and endless words halt it, for everybody on the board. Null where all is well, else the reason.
 */
export function findShapeFault(type: string, props: Fields): string | null {
  const { w, h, growY, scale } = props
  if (isTooLong([w, h, growY])) return 'shape is too large to be drawn'
  if (typeof scale === 'number' && (scale < SCALE.least || scale > SCALE.most))
    return 'shape is scaled too far to be drawn'
  switch (type) {
    case 'draw':
    case 'highlight':
      return isStroke(props['segments']) ? null : 'stroke has no points'
    case 'line':
      return Object.keys(props['points'] ?? {}).length >= 2 ? null : 'line has no length'
    case 'arrow':
      return findArrowFault(props)
    default:
      return null
  }
}

function isTooLong(lengths: readonly unknown[]): boolean {
  return lengths.some((length) => typeof length === 'number' && Math.abs(length) > SIDE_PX)
}

function isStroke(segments: unknown): boolean {
  const isDrawn = ({ points }: Fields): boolean => Array.isArray(points) && points.length > 0
  return Array.isArray(segments) && segments.length > 0 && (segments as Fields[]).every(isDrawn)
}

function findArrowFault({ start, end, bend, text }: Fields): string | null {
  const lengths = [bend, ...valuesOf(start), ...valuesOf(end)]
  if (isTooLong(lengths)) return 'arrow is too long to be drawn'
  return typeof text === 'string' && readsLongWord(text, { length: 0 }) ? 'arrow holds an endless word' : null
}

function valuesOf(point: unknown): unknown[] {
  return typeof point === 'object' && point !== null ? Object.values(point) : []
}
