import type { Editor } from 'tldraw'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardClient } from '../../board/board-client'
import { tell } from './tell'

/** Says why nothing was added once the board is full. */
export function tellWhenFull(editor: Editor, client: BoardClient): () => void {
  const onFull = (): void => {
    const most = LIMITS.SHAPES_ON_CANVAS.toLocaleString('en')
    tell(client, `The board is full: it holds ${most} things. Delete some to add more.`)
  }
  editor.on('max-shapes', onFull)
  return () => {
    editor.off('max-shapes', onFull)
  }
}
