import type { TLContent, TLShape } from 'tldraw'

/** What a board can hold of a drawing from elsewhere; pictures come as files only, so that they are uploaded. */
const FREE_TYPES = new Set(['arrow', 'draw', 'frame', 'geo', 'group', 'highlight', 'line', 'note', 'text'])
const EXCALIDRAW_TYPES = new Set(['rectangle', 'ellipse', 'diamond', 'arrow', 'line', 'freedraw', 'text'])

/** Keeps the shapes a board can hold and unlocks them; `left` counts the others. */
export function strippedTldraw(content: TLContent): { content: TLContent; left: number } {
  const kept = withShapes(content, (shape) => FREE_TYPES.has(shape.type))
  const shapes = kept.shapes.map((shape) => ({ ...shape, isLocked: false }))
  return { content: { ...kept, shapes, assets: [] }, left: content.shapes.length - shapes.length }
}

/** Keeps some of the shapes, and nothing that hangs on the others. */
export function withShapes(content: TLContent, isKept: (shape: TLShape) => boolean): TLContent {
  const kept = content.shapes.filter(isKept)
  const ids = new Set<string>(kept.map((shape) => shape.id))
  const orphaned = kept.filter((shape) => isShapeId(shape.parentId) && !ids.has(shape.parentId))
  for (const shape of orphaned) ids.delete(shape.id)
  return {
    ...content,
    shapes: kept.filter((shape) => ids.has(shape.id)),
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: (content.bindings ?? []).filter((binding) => ids.has(binding.fromId) && ids.has(binding.toId)),
  }
}

/** Keeps the elements that can be drawn, in the form the reader of them expects; null where none is left. */
export function strippedExcalidraw(content: unknown): { elements: object[]; files: object } | null {
  const elements =
    isObject(content) && Array.isArray(content['elements']) ? (content['elements'] as unknown[]) : []
  const kept = elements
    .filter(isObject)
    .filter((element) => typeof element['type'] === 'string' && EXCALIDRAW_TYPES.has(element['type']))
    .map((element) => ({ ...element, boundElements: element['boundElements'] ?? null }))
  return kept.length > 0 ? { elements: kept, files: {} } : null
}

function isShapeId(id: string): boolean {
  return id.startsWith('shape:')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
