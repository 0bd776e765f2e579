import type { Editor } from 'tldraw'
import type { Router } from '../../board/store/route-write'
import { gestureKindAt } from '../gesture'

/**
 * Others hear of a moving hand with this picture. The store by itself tells its changes with the next one, which is a
 * picture later on every other screen.
 */
export function tellMovesAtOnce(editor: Editor, router: Router): () => void {
  // The editor's own tick listener came first: it has moved the shapes by now.
  const onTick = (): void => {
    if (gestureKindAt(editor.getPath()) === 'moving') router.flush()
  }
  editor.on('tick', onTick)
  return () => {
    editor.off('tick', onTick)
  }
}
