import { computed, react, unsafe__withoutCapture, type Editor } from 'tldraw'
import { createViewLoan } from '../moving/view-loan'
import { clientOf } from '../session/store-client'
import { bannersPxOf } from '../view/banners-height'
import { edgesInView } from '../view/edges-in-view'
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
      const { left, right, top, bottom } = edgesInView(editor, bounds)
      const isSeen = left < w && right > 0 && top < h && bottom > 0
      return isSeen && top > -room ? [top] : []
    })
  return Math.max(0, ...tops.map((y) => room - y))
}
