import { Box, type Editor, type TLShape } from 'tldraw'
import { CANVAS_INSTANCE, type Instance } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/places/instance-names'
import { leftToRight } from '@/lib/board/places/template-row'
import type { PicturePart, PictureParts } from '../../board/canvas/canvas-pictures'
import { isLaneCard } from '../people/lane-card'
import type { TemplateFrameShape } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'

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
  const papers = new Set(shapes.map((frame) => frame.props.instanceId))
  const frames = namedFrames(papers, clientOf(editor).view.instances.get())
  const view = editor.getViewportPageBounds()
  const seen = shapes.filter((frame) => editor.getShapePageBounds(frame)?.collides(view))
  const selected = shapesOf(editor, { kind: 'selection' }).length
  const looksAt = shapes.length > 1 && seen.length === 1 ? seen[0]?.props.instanceId : undefined
  return { count: all.length, frames, selected, suggested: suggest(selected, looksAt) }
}

/** The templates whose paper is on the page, named and in a row as at the top of the board. */
export function namedFrames(
  papers: ReadonlySet<string>,
  instances: readonly Instance[],
): PictureParts['frames'] {
  const names = nameInstances(instances)
  return instances
    .filter(({ id }) => papers.has(id))
    .sort(leftToRight)
    .map(({ id }) => ({ instanceId: id, name: names.get(id) ?? '' }))
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
