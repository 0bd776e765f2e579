import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import type { Point } from '@/lib/geometry/point'

/** A shape as far as its place goes: in the px of what it lies in. */
export interface Placed extends Point {
  readonly parentId: string
  readonly rotation: number
}

/** Where on the page a shape's own px begin, and how far they are turned against the page, in radians. */
export interface PageFrame extends Point {
  readonly turn: number
}

const PAGE_FRAME: PageFrame = { x: 0, y: 0, turn: 0 }
const DEEPEST = 64

/** The page frame of a shape, through all groups and frames it lies in; the page's own where there is no such shape. */
export function pageFrameOf(
  find: (id: string) => Placed | undefined,
  id: string,
  options: { readonly placeOf?: (id: string) => Point | undefined; readonly depth?: number } = {},
): PageFrame {
  const { placeOf, depth = 0 } = options
  const shape = depth < DEEPEST ? find(id) : undefined
  if (!shape) return PAGE_FRAME
  const around = pageFrameOf(find, shape.parentId, { ...options, depth: depth + 1 })
  const { x, y } = placeOf?.(id) ?? toPage(around, shape)
  return { x, y, turn: around.turn + shape.rotation }
}

/** The page place of a point that is told in the px of a shape. */
function toPage({ x, y, turn }: PageFrame, point: Point): { x: number; y: number } {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }
}

/** A point of the page in the px of a shape. */
export function fromPage({ x, y, turn }: PageFrame, point: Point): { x: number; y: number } {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const [dx, dy] = [point.x - x, point.y - y]
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin }
}

/** Where a shape's top left corner is, in page px, through all groups and frames it lies in. */
export function pagePlace(store: TLStore, shape: TLShape): { x: number; y: number } {
  return toPage(
    pageFrameOf((id) => shapeOf(store, id), shape.parentId),
    shape,
  )
}

/** A shape of the store; undefined where the id names none. */
export function shapeOf(store: TLStore, id: string): TLShape | undefined {
  const record = store.unsafeGetWithoutCapture(id as TLRecord['id'])
  return record?.typeName === 'shape' ? record : undefined
}
