import { Box, type Editor, type TLShape } from 'tldraw'
import { isCard } from '../shapes/shape-types'
import { CARD_FACE } from '../shapes/card/card-face'
import { interactionFactsOf } from '../teams/interaction-facts'
import { isInteraction, type InteractionShape } from '../teams/team-shapes'
import { wordsBeside } from './words-beside'
import { boundsOf } from './picture-shapes'

/**
 * The page box around these shapes with the words and pins that stand beside them; null where there are none. Lines to
 * teams that are not among them do not count: they may end far away.
 */
export function drawnBounds(editor: Editor, shapes: readonly TLShape[]): Box | null {
  const bounds = boundsOf(editor, shapes)
  return bounds && Box.Common([bounds, ...shapes.flatMap((shape) => besides(editor, shape))])
}

/** Says whether the line of an interaction to one of its teams ends outside this page box. */
export function leadsOut(editor: Editor, shapes: readonly TLShape[], box: Box): boolean {
  return shapes.filter(isInteraction).some((shape) => {
    const transform = editor.getShapePageTransform(shape)
    return interactionFactsOf(editor, shape).ties.some(
      (tie) => !box.containsPoint(transform.applyToPoint(tie)),
    )
  })
}

function besides(editor: Editor, shape: TLShape): Box[] {
  if (isInteraction(shape)) return wordsOf(editor, shape)
  if (!isCard(shape) || shape.props.x === null) return []
  const { x, y } = editor
    .getShapePageTransform(shape)
    .applyToPoint({ x: shape.props.pinX, y: shape.props.pinY })
  return [new Box(x, y, 0, 0).expandBy(CARD_FACE.pinRadius)]
}

function wordsOf(editor: Editor, shape: InteractionShape): Box[] {
  const { w, h } = shape.props
  const middle = editor.getShapePageTransform(shape).applyToPoint({ x: w / 2, y: h / 2 })
  const facts = interactionFactsOf(editor, shape)
  const words = wordsBeside({ facts, size: { w, h }, rotation: shape.rotation })
  return words.map((box) => new Box(middle.x + box.x, middle.y + box.y, box.w, box.h))
}
