import { computed, type Editor, type TLShapeId } from 'tldraw'
import type { CanvasTravel } from '../../../board/canvas/canvas-travel'
import { takeKeyboard } from '../../take-keyboard'
import { fitBoard } from '../../view/fit-board'
import { GLIDE } from '../../view/glide'
import { zoomByStep } from '../../view/zoom-by-step'
import type { Following } from '../follow-person'
import { isLostOn } from './is-lost'
import { showShape } from './show-shape'
import { isStanding, showTemplate, templateInViewOf } from './show-template'
import type { TabOrder } from '../keyboard/tab-order'
import { createTemplateAim } from './template-aim'

/** From one template to another it is far; the eye has to be able to come along. */
const TRAVEL = { animation: { duration: 200 } }

/** How one moves about on this editor's board. */
export function createTravel(editor: Editor, following: Following, tabOrder: TabOrder): CanvasTravel {
  const templateInView = templateInViewOf(editor)
  const aim = createTemplateAim(editor)
  return {
    zoom: computed('canvas zoom', () => editor.getZoomLevel()),
    zoomIn: () => zoomByStep(editor, 'in'),
    zoomOut: () => zoomByStep(editor, 'out'),
    zoomToFit: () => fitBoard(editor, GLIDE),
    zoomToSelection: () => void editor.zoomToSelection(GLIDE),
    zoomToHundred: () => void editor.resetZoom(undefined, GLIDE),
    isLost: isLostOn(editor),
    templateInView,
    templateToGoOnFrom: () => {
      const aimedAt = aim.get()
      return aimedAt !== null && isStanding(editor, aimedAt) ? aimedAt : templateInView.get()
    },
    showTemplate: (instanceId) => {
      showTemplate(editor, instanceId, TRAVEL)
      aim.set(instanceId)
      tabOrder.startAt(instanceId)
    },
    showShape: (shapeId) => showShape(editor, shapeId as TLShapeId),
    following: following.person,
    follow: (personId) => {
      following.follow(personId)
      takeKeyboard(editor)
    },
    stopFollowing: () => following.stop(),
    shiftCamera: (dxPx) =>
      following.aside(() => {
        const { x, y, z } = editor.getCamera()
        editor.setCamera({ x: x + dxPx / z, y, z })
      }),
  }
}
