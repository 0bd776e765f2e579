import type { Editor, StateNode, TLLineShape } from 'tldraw'
import { replaceMethods } from '../replace-methods'

/** The engine begins a line with its ends so far apart, board px; what a hand drew is longer. */
const DRAWN_PX = 1

/** The state of the engine's line tool while the hand is down. */
type Pointing = StateNode & { readonly shape?: TLLineShape; complete(): void; cancel(): void }

/** A press with the line tool that drags nothing leaves nothing: the engine would leave a speck. */
export function letPressesDrawNoLine(editor: Editor): () => void {
  const pointing = editor.getStateDescendant<Pointing>('line.pointing')
  if (!pointing) return () => undefined
  const complete = pointing.complete.bind(pointing)
  return replaceMethods(pointing, {
    complete: () => {
      const drawn = pointing.shape?.id && editor.getShapeGeometry(pointing.shape.id).bounds
      if (drawn && Math.max(drawn.w, drawn.h) < DRAWN_PX) pointing.cancel()
      else complete()
    },
  })
}
