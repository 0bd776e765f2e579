import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import { outOfFrame, type Frame } from '@/lib/geometry/frame'
import type { Point } from '@/lib/geometry/point'

/** A shape as far as its place goes: in the px of what it lies in. */
export interface Placed extends Point {
  readonly parentId: string
  readonly rotation: number
}

const PAGE_FRAME: Frame = { x: 0, y: 0, turn: 0 }
const DEEPEST = 64

/** The page frame of a shape, through all groups and frames it lies in; the page's own where there is no such shape. */
export function pageFrameOf(
  find: (id: string) => Placed | undefined,
  id: string,
  options: { readonly placeOf?: (id: string) => Point | undefined; readonly depth?: number } = {},
): Frame {
  const { placeOf, depth = 0 } = options
  const shape = depth < DEEPEST ? find(id) : undefined
  if (!shape) return PAGE_FRAME
  const around = pageFrameOf(find, shape.parentId, { ...options, depth: depth + 1 })
  const { x, y } = placeOf?.(id) ?? outOfFrame(around, shape)
  return { x, y, turn: around.turn + shape.rotation }
}

/** Where a shape's top left corner is, in page px, through all groups and frames it lies in. */
export function pagePlace(store: TLStore, shape: TLShape): { x: number; y: number } {
  return outOfFrame(
    pageFrameOf((id) => shapeOf(store, id), shape.parentId),
    shape,
  )
}

/** A shape of the store; undefined where the id names none. */
export function shapeOf(store: TLStore, id: string): TLShape | undefined {
  const record = store.unsafeGetWithoutCapture(id as TLRecord['id'])
  return record?.typeName === 'shape' ? record : undefined
}
