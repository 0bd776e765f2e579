import { GeoShapeGeoStyle, type Editor } from 'tldraw'
import { CANVAS_TOOLS, type CanvasTool } from '../../board/canvas/canvas-tools'

/** The two of our tools that are one of the engine's. */
const FORMS = ['rectangle', 'ellipse'] as const

/** The tool in hand; null for a state of the engine that is none of ours. */
export function currentTool(editor: Editor): CanvasTool | null {
  const id = editor.getCurrentToolId()
  if (id !== 'geo') return CANVAS_TOOLS.find(({ tool }) => tool === id)?.tool ?? null
  const form = editor.getStyleForNextShape(GeoShapeGeoStyle)
  return FORMS.find((one) => one === form) ?? null
}

/** Takes a tool; what was being done with the last one is finished first. */
export function takeTool(editor: Editor, tool: CanvasTool): void {
  const form = FORMS.find((one) => one === tool)
  if (form) editor.setStyleForNextShapes(GeoShapeGeoStyle, form)
  editor.setCurrentTool(form ? 'geo' : tool)
}
