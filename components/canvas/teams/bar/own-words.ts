import type { Editor } from 'tldraw'
import { mapDetailOf } from '../../shapes/detail'
import { edgesInView, type Edges } from '../../view/edges-in-view'
import { layRemarks } from '../drawing/interaction-words'
import { interactionFactsOf } from '../interaction-facts'
import type { InteractionShape } from '../team-shapes'

/** Where the canvas shows what an interaction remarks on itself; nowhere where it remarks nothing. */
export function ownWords(editor: Editor, shape: InteractionShape): Edges[] {
  const facts = interactionFactsOf(editor, shape)
  const { props, rotation } = shape
  const remarks = layRemarks({ facts, size: props, rotation, detail: mapDetailOf(editor) })
  if (!remarks) return []
  const { x, y } = editor.getShapePageTransform(shape).applyToPoint({ x: props.w / 2, y: props.h / 2 })
  const [minX, minY] = [x + remarks.box.x, y + remarks.box.y]
  return [edgesInView(editor, { minX, minY, maxX: minX + remarks.box.w, maxY: minY + remarks.box.h })]
}
