import type { Editor, TLCameraMoveOptions } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/standing'
import type { Box } from '@/lib/templates/template'
import { startView } from './start-view'
import { clientOf } from './store-client'

/** Room around the board when all of it is shown, in screen px: the toolbar and the mark stay clear of it. */
const INSET_PX = 48

/** Shows the whole board as large as it fits; the engine's own fit leaves a quarter of the screen empty. */
export function fitBoard(editor: Editor, options: TLCameraMoveOptions): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds) fitBox(editor, bounds, options)
}

/** Shows a box of the page as large as it fits. */
export function fitBox(editor: Editor, box: Box, options: TLCameraMoveOptions): void {
  editor.zoomToBounds(box, { inset: INSET_PX, ...options })
}

/** The first look at a board: all of it where that can be read, else where its first template begins. */
export function showStart(editor: Editor): void {
  const [first, ...others] = standTemplates(clientOf(editor).view.instances.get())
  const whole = editor.getCurrentPageBounds() ?? null
  const start = first && startOf(editor, first, { whole, besideX: besideOf(first, others) })
  if (start) editor.setCamera(start, { immediate: true })
  else fitBoard(editor, { immediate: true })
}

/** Where the camera goes to show the beginning of a template; null where the whole of it can be seen and read. */
export function startOf(
  editor: Editor,
  template: StandingTemplate,
  { whole, besideX }: { readonly whole: Box | null; readonly besideX: number | null },
): { x: number; y: number; z: number } | null {
  const { w, h } = editor.getViewportScreenBounds()
  const wholeAt = whole && Math.min((w - 2 * INSET_PX) / whole.w, (h - 2 * INSET_PX) / whole.h)
  const view = startView({ screen: { w, h }, wholeAt, ...partsOf(template), besideX })
  return view && { x: -view.x, y: -view.y, z: view.zoom }
}

function partsOf({ frame, template, plots, overlay }: StandingTemplate): {
  heading: Box
  plots: readonly Box[]
} {
  const { x, y, w, h } = template.heading
  const heading = { x: frame.x + x, y: frame.y + y, w, h }
  const names = plots.map(({ outer }) => outer)
  return { heading, plots: overlay ? [overlay, ...names] : names }
}

function besideOf({ frame }: StandingTemplate, others: readonly StandingTemplate[]): number | null {
  const lefts = others.map((other) => other.frame.x).filter((x) => x >= frame.x + frame.w)
  return lefts.length > 0 ? Math.min(...lefts) : null
}
