import { Box, computed, type Computed, type Editor, type TLShapeId } from 'tldraw'
import { LIMITS } from '@/lib/sync/limits'
import type { GestureState } from '../board/store/route-write'
import { holderOf } from './rules/holder-of'
import { clientOf } from './session/store-client'

type Kind = GestureState['kind']

/** Which of the editor's states are a hand at work, and at what. Everything else is rest. */
const KINDS: readonly (readonly [path: string, kind: Kind])[] = [
  ['select.translating', 'moving'],
  ['select.resizing', 'resizing'],
  ['select.dragging_handle', 'resizing'],
  ['select.pointing_arrow_label', 'resizing'],
  ['select.crop.cropping', 'resizing'],
  ['select.crop.translating_crop', 'resizing'],
  ['select.rotating', 'rotating'],
  ['draw.drawing', 'drawing'],
  ['highlight.drawing', 'drawing'],
  // These make their shape before they know whether it is dragged: until then it is nobody's but the hand's.
  ['arrow.pointing', 'drawing'],
  ['line.pointing', 'drawing'],
  ['note.pointing', 'drawing'],
]

const AT_REST: GestureState = { kind: 'idle', ids: [] }

/** What the hand does while the editor is in this state. */
export function gestureKindAt(path: string): Kind {
  return KINDS.find(([state]) => path === state || path.startsWith(`${state}.`))?.[1] ?? 'idle'
}

/** What the hand is doing, for the router: the kind, the shapes it has, and for what cannot be followed, its box. */
export function gestureOf(editor: Editor): Computed<GestureState> {
  return computed<GestureState>('gesture', () => {
    const kind = gestureKindAt(editor.getPath())
    if (kind === 'idle') return AT_REST
    const ids = kind === 'drawing' ? drawnIds(editor) : freeSelection(editor)
    if (kind === 'moving' && ids.length <= LIMITS.LANE_RECORDS) return { kind, ids }
    const boxes = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
    const box = boxes.length > 0 ? Box.Common(boxes) : undefined
    return { kind, ids, ...(box ? { bounds: { x: box.x, y: box.y, w: box.w, h: box.h } } : {}) }
  })
}

function freeSelection(editor: Editor): TLShapeId[] {
  const client = clientOf(editor)
  return editor.getSelectedShapes().flatMap((shape) => (holderOf(client, shape) === null ? [shape.id] : []))
}

/** What is being drawn may not be selected; only the tool knows it. */
function drawnIds(editor: Editor): TLShapeId[] {
  const isSomethingNew = editor.getCurrentPageShapeIds()
  const state: object = editor.getStateDescendant(editor.getPath()) ?? {}
  const { initialShape, shape } = state as { [key in 'initialShape' | 'shape']?: { id?: TLShapeId } }
  const id = (initialShape ?? shape)?.id
  return id && isSomethingNew.has(id) ? [id] : []
}

/** Says whether the editor is at a press that makes a shape and takes it back where no drag follows. */
export function isAtPress(path: string): boolean {
  return path.endsWith('.pointing') && gestureKindAt(path) === 'drawing'
}
