import { react, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { frameShapeId } from '@/lib/board/layout'
import type { InstanceId } from '@/lib/ids'
import type { Projection } from '../../board/store/projection'
import type { TemplateInHand } from '../../board/store/gesture/template-in-hand'
import { atomPerEditor } from '../atom-per-editor'
import { instanceOf } from '../pictures/picture-shapes'
import { holderOf } from '../rules/holder-of'
import { clientOf } from '../session/store-client'

/** The template in the hand that works on this editor; null while it has none. */
export const templateHandOf = atomPerEditor<TemplateInHand | null>('template in hand', null)

/** Shows a template where the hand has it; answers with the undo. */
export function bindTemplateHand(editor: Editor, projection: Pick<Projection, 'carryTemplate'>): () => void {
  const hand = templateHandOf(editor)
  const stop = react('carry the template', () => projection.carryTemplate(hand.get()), {
    // While others react, what the canvas has worked out counts as true whatever is put into the store.
    scheduleEffect: (carry) => queueMicrotask(carry),
  })
  return () => {
    stop()
    hand.set(null)
    projection.carryTemplate(null)
  }
}

/** The shape of a template's paper. */
export function frameIdOf(instanceId: InstanceId): TLShapeId {
  return frameShapeId(instanceId) as TLShapeId
}

/** The free shapes that lie on a template with their middle, but for those in somebody else's hand. */
export function shapesLyingOn(editor: Editor, instanceId: InstanceId): readonly TLShapeId[] {
  const frame = editor.getShapePageBounds(frameIdOf(instanceId))
  if (!frame) return []
  const client = clientOf(editor)
  const page = editor.getCurrentPageId()
  const lies = (shape: TLShape): boolean => {
    const box = shape.parentId === page && isFree(shape) ? editor.getShapePageBounds(shape) : undefined
    return box !== undefined && frame.containsPoint(box.center) && holderOf(client, shape) === null
  }
  return editor
    .getCurrentPageShapes()
    .filter(lies)
    .map(({ id }) => id)
}

function isFree(shape: TLShape): boolean {
  return shape.meta['layer'] === undefined && instanceOf(shape) === null
}
