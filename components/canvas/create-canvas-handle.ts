import { computed, type Editor, type TLShapeId } from 'tldraw'
import type { CanvasHandle, CanvasTool } from '../board/canvas-handle'
import { previewOutside } from './landing'
import { fitBoard } from './fit-board'
import { addInteractionToMap, addTeamToMap } from './teams/add-to-map'
import { createPictures } from './pictures/create-pictures'

const TOOLS: readonly CanvasTool[] = ['select', 'hand', 'note', 'draw', 'text']
const GLIDE = { animation: { duration: 160 } }

interface HandleParts {
  readonly editor: Editor
  /** Shows document positions only until the answer is called. */
  pauseLane(): () => void
  /** Draws at once what is new on the board. */
  flush(): void
}

/** What the panels around the canvas may ask of this editor. */
export function createCanvasHandle({ editor, pauseLane, flush }: HandleParts): CanvasHandle {
  return {
    tool: computed('canvas tool', () => TOOLS.find((tool) => tool === editor.getCurrentToolId()) ?? null),
    setTool: (tool) => {
      editor.setCurrentTool(tool)
      editor.focus()
    },
    zoom: computed('canvas zoom', () => editor.getZoomLevel()),
    zoomIn: () => void editor.zoomIn(undefined, GLIDE),
    zoomOut: () => void editor.zoomOut(undefined, GLIDE),
    zoomToFit: () => fitBoard(editor, GLIDE),
    pageAtClient: (point) => {
      const { left, right, top, bottom } = editor.getContainer().getBoundingClientRect()
      const isOver = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
      if (!isOver) return null
      const { x, y } = editor.screenToPage(point)
      return { x, y }
    },
    previewDrop: (card) => {
      const stand = previewOutside(editor, card)?.stand
      if (!stand) return null
      const { x, y } = editor.pageToScreen(stand)
      return { x, y, w: stand.w, h: stand.h }
    },
    showCard: (shapeId) => showShape(editor, shapeId as TLShapeId),
    pictures: createPictures({ editor, pauseLane }),
    shiftCamera: (dxPx) => {
      const { x, y, z } = editor.getCamera()
      editor.setCamera({ x: x + dxPx / z, y, z })
    },
    addTeam: () => addTeamToMap(editor, flush),
    addInteraction: (mode) => addInteractionToMap(editor, mode, flush),
    focus: () => takeKeyboard(editor),
  }
}

function showShape(editor: Editor, id: TLShapeId): void {
  if (!editor.getShape(id)) return
  editor.setCurrentTool('select')
  editor.select(id)
  const bounds = editor.getShapePageBounds(id)
  if (bounds && !editor.getViewportPageBounds().contains(bounds)) {
    editor.centerOnPoint(bounds.center, GLIDE)
  }
  takeKeyboard(editor)
}

/** The editor believes it has the keyboard while a panel beside it is typed in; its element is asked as well. */
function takeKeyboard(editor: Editor): void {
  editor.focus()
  editor.getContainer().focus({ preventScroll: true })
}
