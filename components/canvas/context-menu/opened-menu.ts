import { flushSync } from 'react-dom'
import type { Editor } from 'tldraw'
import type { Point } from '@/lib/geometry/point'
import { atomPerEditor } from '../atom-per-editor'
import { edgesInView } from '../view/edges-in-view'
import { keyMenuPoint } from './menu-place'

/** Where the menu of this editor hangs; null while it is closed. */
export const openedMenu = atomPerEditor<Point | null>('opened menu', null)

/** Opens the menu at this point. It has the keyboard when this returns, so that the next key is never the canvas's. */
export function openMenuAt(editor: Editor, at: Point): void {
  flushSync(() => void openedMenu(editor).set(at))
}

/** Opens the menu of what is selected, beside it; of the board where nothing is. Not while a hand is at work. */
export function openMenuOfSelection(editor: Editor): void {
  if (!readyForMenu(editor)) return
  const bounds = editor.getSelectionPageBounds()
  const { left, top, width, height } = editor.getContainer().getBoundingClientRect()
  const canvas = { left: 0, top: 0, right: width, bottom: height }
  const { x, y } = keyMenuPoint(bounds && edgesInView(editor, bounds), canvas)
  openMenuAt(editor, { x: left + x, y: top + y })
}

/** Puts away the tool in hand, so that a menu speaks of what is selected; says whether it could. */
export function readyForMenu(editor: Editor): boolean {
  if (editor.inputs.isPointing) return false
  if (editor.isIn('select.idle')) return true
  editor.complete()
  editor.setCurrentTool('select')
  return true
}
