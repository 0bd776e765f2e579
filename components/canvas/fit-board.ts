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
  if (bounds) editor.zoomToBounds(bounds, { inset: INSET_PX, ...options })
}

/** The first look at a board: all of it where that can be read, else where its first template begins. */
export function showStart(editor: Editor): void {
  const [first, ...others] = standTemplates(clientOf(editor).view.instances.get())
  const view =
    first && startView({ ...readGround(editor), ...partsOf(first), besideX: besideOf(first, others) })
  if (view) editor.setCamera({ x: -view.x, y: -view.y, z: view.zoom }, { immediate: true })
  else fitBoard(editor, { immediate: true })
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

function readGround(editor: Editor): { screen: { w: number; h: number }; wholeAt: number | null } {
  const { w, h } = editor.getViewportScreenBounds()
  const whole = editor.getCurrentPageBounds()
  const fits = whole && Math.min((w - 2 * INSET_PX) / whole.w, (h - 2 * INSET_PX) / whole.h)
  return { screen: { w, h }, wholeAt: fits ?? null }
}
