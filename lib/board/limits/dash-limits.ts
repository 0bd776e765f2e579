/**
 * As long a line at its full scale may have dashes or dots. In software a browser draws half a million dots, which these are,
 * in a moment, and ten times as many in 17 s, for every picture.
 */
const DASHED_PX = 2_000_000

type Fields = { readonly [key: string]: unknown }

/** Says whether a shape has so many dashes or dots that the browser stands still while it draws them. */
export function hasTooManyDashes(type: string, props: Fields): boolean {
  const { dash, scale } = props
  if (dash !== 'dashed' && dash !== 'dotted') return false
  // Dashes are as short as the line is thin.
  return lengthOf(type, props) / Math.min(1, Number(scale)) > DASHED_PX
}

/** About how long the lines of a shape are, px. */
function lengthOf(type: string, { w, h, growY, bend, start, end, segments }: Fields): number {
  if (type === 'geo') return 2 * sum([w, h, growY])
  if (type === 'arrow') return 2 * sum([bend, ...coordinatesOf(start), ...coordinatesOf(end)])
  if (type === 'draw') return strokeLength(segments)
  return 0
}

function strokeLength(segments: unknown): number {
  const parts = Array.isArray(segments) ? (segments as Fields[]) : []
  const points = parts.flatMap(({ points: ofPart }) => (Array.isArray(ofPart) ? (ofPart as Fields[]) : []))
  return points.reduce((length, { x, y }, at) => {
    const before = points[at - 1]
    return before ? length + Math.hypot(Number(x) - Number(before['x']), Number(y) - Number(before['y'])) : 0
  }, 0)
}

function coordinatesOf(point: unknown): unknown[] {
  return typeof point === 'object' && point !== null ? Object.values(point) : []
}

function sum(lengths: readonly unknown[]): number {
  return lengths.reduce<number>((all, one) => all + (typeof one === 'number' ? Math.abs(one) : 0), 0)
}
