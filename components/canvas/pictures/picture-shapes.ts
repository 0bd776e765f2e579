import { Box, type Editor, type TLShape } from 'tldraw'
import { CANVAS_INSTANCE } from '@/lib/board/layout'
import type { PicturePart, PictureParts } from '../../board/canvas-pictures'
import { isLaneCard } from '../people/lane-card'
import { frameFactsOf } from '../shapes/frame/frame-facts'
import type { TemplateFrameShape } from '../shapes/shape-types'

/** The shapes of one part of the board, without what only shows somebody else's drag. */
export function shapesOf(editor: Editor, part: PicturePart): readonly TLShape[] {
  if (part.kind === 'selection') return editor.getSelectedShapes().filter(({ id }) => !isLaneCard(id))
  const page = editor.getCurrentPageId()
  const all = editor.getCurrentPageShapes().filter(({ id, parentId }) => parentId === page && !isLaneCard(id))
  if (part.kind === 'board') return all
  const frame = all.find((shape) => isFrame(shape) && instanceOf(shape) === part.instanceId)
  const box = frame && editor.getShapePageBounds(frame)
  if (!box) return []
  return all.filter((shape) => belongsTo(shape, part.instanceId) ?? isInside(editor, shape, box))
}

/** The page box around these shapes; null where there are none. */
export function boundsOf(editor: Editor, shapes: readonly TLShape[]): Box | null {
  const boxes = shapes.flatMap((shape) => editor.getShapeMaskedPageBounds(shape) ?? [])
  return boxes.length > 0 ? Box.Common(boxes) : null
}

/** What there is to draw, and what is most likely meant. */
export function pictureParts(editor: Editor): PictureParts {
  const all = shapesOf(editor, { kind: 'board' })
  const shapes = all.filter(isFrame)
  const frames = nameFrames(
    shapes.map((frame) => ({
      instanceId: frame.props.instanceId,
      name: frameFactsOf(editor, frame.props.instanceId).name || 'Template',
    })),
  )
  const view = editor.getViewportPageBounds()
  const seen = shapes.filter((frame) => editor.getShapePageBounds(frame)?.collides(view))
  const selected = shapesOf(editor, { kind: 'selection' }).length
  const looksAt = shapes.length > 1 && seen.length === 1 ? seen[0]?.props.instanceId : undefined
  return { count: all.length, frames, selected, suggested: suggest(selected, looksAt) }
}

/** Two templates of one name are told apart by a number. */
export function nameFrames<Frame extends { readonly name: string }>(frames: readonly Frame[]): Frame[] {
  const counts = new Map<string, number>()
  return frames.map((frame) => {
    const nth = (counts.get(frame.name) ?? 0) + 1
    counts.set(frame.name, nth)
    return nth === 1 ? frame : { ...frame, name: `${frame.name} (${nth})` }
  })
}

/** One selected thing is often just what was touched last; several are meant. */
function suggest(selected: number, looksAt: string | undefined): PicturePart {
  if (selected > 1) return { kind: 'selection' }
  return looksAt === undefined ? { kind: 'board' } : { kind: 'frame', instanceId: looksAt }
}

/** Says whether this is the paper of a template. */
export function isFrame(shape: TLShape): shape is TLShape & TemplateFrameShape {
  return shape.type === 'template-frame'
}

/** The template instance a shape is part of, if it says so. */
export function instanceOf(shape: TLShape): string | null {
  const props: object = shape.props
  return 'instanceId' in props && typeof props.instanceId === 'string' ? props.instanceId : null
}

/** Null where a shape is free and only its place can tell. */
function belongsTo(shape: TLShape, instanceId: string): boolean | null {
  const own = instanceOf(shape)
  return own === null || own === (CANVAS_INSTANCE as string) ? null : own === instanceId
}

function isInside(editor: Editor, shape: TLShape, frame: Box): boolean {
  const box = editor.getShapePageBounds(shape)
  return box !== undefined && frame.containsPoint(box.center)
}
