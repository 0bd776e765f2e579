import type { Editor } from 'tldraw'
import { markCorner } from '../session/mark-place'
import type { menuPlace } from './menu-place'

/** What a menu over this canvas has to keep clear of, and the window it has to stay in. */
export function menuGround(editor: Editor): Parameters<typeof menuPlace>[1] {
  const mark = markCorner(editor.getContainer().getBoundingClientRect())
  return { mark, window: { w: window.innerWidth, h: window.innerHeight } }
}
