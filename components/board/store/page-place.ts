import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'

const DEEPEST = 64

/** Where a shape's top left corner is, in page px, through all groups and frames it lies in. */
export function pagePlace(store: TLStore, shape: TLShape): { x: number; y: number } {
  let point = { x: shape.x, y: shape.y }
  let parent = parentOf(store, shape)
  for (let depth = 0; parent && depth < DEEPEST; depth++) {
    const [sin, cos] = [Math.sin(parent.rotation), Math.cos(parent.rotation)]
    point = { x: parent.x + point.x * cos - point.y * sin, y: parent.y + point.x * sin + point.y * cos }
    parent = parentOf(store, parent)
  }
  return point
}

/** How far everything a shape lies in is turned together, in radians. */
export function turnAround(store: TLStore, shape: TLShape): number {
  let turn = 0
  let parent = parentOf(store, shape)
  for (let depth = 0; parent && depth < DEEPEST; depth++) {
    turn += parent.rotation
    parent = parentOf(store, parent)
  }
  return turn
}

/** A shape of the store; undefined where the id names none. */
export function shapeOf(store: TLStore, id: string): TLShape | undefined {
  const record = store.unsafeGetWithoutCapture(id as TLRecord['id'])
  return record?.typeName === 'shape' ? record : undefined
}

function parentOf(store: TLStore, shape: TLShape): TLShape | undefined {
  return shapeOf(store, shape.parentId)
}
