import type { Editor, TLShapeId } from 'tldraw'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { edgesInView, type Edges } from '../view/edges-in-view'
import { holdersOf } from './holders'

/** As large as a name gets above what somebody holds; on a card it grows with the board. */
const TAG_PX = { w: 160, h: 24 }

/** Where the names of the others stand above what they have in their hands, px of the canvas. */
export function nameTagsInView(editor: Editor): readonly Edges[] {
  return [...holdersOf(clientOf(editor)).get().keys()].flatMap((id) => {
    const shape = editor.getShape(id as TLShapeId)
    const bounds = shape && editor.getShapePageBounds(shape)
    if (!bounds) return []
    const { left, top } = edgesInView(editor, bounds)
    const scale = isCard(shape) ? editor.getZoomLevel() : 1
    return [{ left, right: left + TAG_PX.w * scale, top: top - TAG_PX.h * scale, bottom: top }]
  })
}
