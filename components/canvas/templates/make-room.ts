import { computed, react, unsafe__withoutCapture, type Editor } from 'tldraw'
import { createViewLoan } from '../moving/view-loan'
import { clientOf } from '../store-client'
import { bannersPxOf } from '../view/banners-height'
import { roomAbovePx } from './template-bar-place'
import { frameIdOf } from './template-hand'

/** While templates are edited the view makes room for the bars above them, and comes back; answers with the undo. */
export function makeRoomForBars(editor: Editor): () => void {
  const { templates } = clientOf(editor)
  const loan = createViewLoan(editor)
  const room = computed('room above templates', () => {
    const bannersPx = bannersPxOf(editor).get()
    return unsafe__withoutCapture(() => roomAbovePx(editor.getViewportScreenBounds().w, bannersPx))
  })
  return react('room for the bars of templates', () => {
    const isEditing = templates.isEditing.get()
    // One more banner may take more room.
    const px = room.get()
    unsafe__withoutCapture(() => {
      if (isEditing) loan.take({ dx: 0, dy: missingPx(editor, px) })
      else loan.giveBack()
    })
  })
}

/** How far those whose upper edge is seen, or nearly, lack room above them. */
function missingPx(editor: Editor, room: number): number {
  const { w, h } = editor.getViewportScreenBounds()
  const tops = clientOf(editor)
    .view.instances.get()
    .flatMap(({ id }) => {
      const bounds = editor.getShapePageBounds(frameIdOf(id))
      if (!bounds) return []
      const from = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
      const to = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
      const isSeen = from.x < w && to.x > 0 && from.y < h && to.y > 0
      return isSeen && from.y > -room ? [from.y] : []
    })
  return Math.max(0, ...tops.map((y) => room - y))
}
