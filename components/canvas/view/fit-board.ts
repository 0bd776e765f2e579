import type { Editor, TLCameraMoveOptions } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/places/standing'
import { clamp } from '@/lib/clamp'
import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import type { Camera } from '@/lib/moving/follow-view'
import { clientOf } from '../session/store-client'
import { fitBox, fittingZoom } from './fit-box'
import { READABLE_ZOOM, startView } from './start-view'

/** How large the canvas is on the screen. */
export function screenOf(editor: Editor): Size {
  const { w, h } = editor.getViewportScreenBounds()
  return { w, h }
}

/** Shows the whole board as large as it fits; the engine's own fit leaves a quarter of the screen empty. */
export function fitBoard(editor: Editor, options: TLCameraMoveOptions): void {
  const camera = boardCamera(editor, screenOf(editor))
  if (camera) editor.setCamera(camera, options)
}

/** Where the camera shows the whole board as large as it fits; null where there is nothing. */
export function boardCamera(editor: Editor, screen: Size): Camera | null {
  const bounds = editor.getCurrentPageBounds()
  return bounds ? boxCamera(editor, bounds, screen) : null
}

/** Where the camera shows a box of the page as large as it fits. */
export function boxCamera(editor: Editor, box: Box, screen: Size): Camera {
  const { zoomSteps } = editor.getCameraOptions()
  const fitting = fittingZoom(box, screen)
  return fitBox(box, screen, clamp(fitting, zoomSteps[0] ?? fitting, zoomSteps.at(-1) ?? fitting))
}

/** The first look at a board: all of it where that can be read, else where its first template begins. */
export function showStart(editor: Editor): void {
  const camera = startCamera(editor, screenOf(editor))
  if (camera) editor.setCamera(camera, { immediate: true })
}

/** Where the camera is for the first look at a board; null where there is nothing. */
export function startCamera(editor: Editor, screen: Size): Camera | null {
  const [first, ...others] = standTemplates(clientOf(editor).view.instances.get())
  const whole = editor.getCurrentPageBounds() ?? null
  const start = first && startOf(screen, first, { whole, besideX: besideOf(first, others) })
  if (start) return start
  const isReadable = whole !== null && fittingZoom(whole, screen) >= READABLE_ZOOM
  // A map has no plots to begin with, and of all that stands beside it nothing could be read.
  return first && others.length > 0 && !isReadable
    ? boxCamera(editor, first.frame, screen)
    : boardCamera(editor, screen)
}

/** Where the camera goes to show the beginning of a template; null where the whole of it can be seen and read. */
export function startOf(
  { w, h }: Size,
  template: StandingTemplate,
  { whole, besideX }: { readonly whole: Box | null; readonly besideX: number | null },
): Camera | null {
  const wholeAt = whole && fittingZoom(whole, { w, h })
  const view = startView({ screen: { w, h }, wholeAt, ...partsOf(template), besideX })
  return view && { x: -view.x, y: -view.y, z: view.zoom }
}

function partsOf({ heading, plots, overlay, frame }: StandingTemplate): {
  heading: Box
  plots: readonly Box[]
  paper: Box
} {
  const names = plots.map(({ outer }) => outer)
  return { heading, paper: frame, plots: overlay ? [overlay, ...names] : names }
}

function besideOf({ frame }: StandingTemplate, others: readonly StandingTemplate[]): number | null {
  const lefts = others.map((other) => other.frame.x).filter((x) => x >= frame.x + frame.w)
  return lefts.length > 0 ? Math.min(...lefts) : null
}
