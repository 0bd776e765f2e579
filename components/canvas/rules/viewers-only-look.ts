import { react, type Editor } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { dropLateTyping } from '../../board/text/late-typing'
import { keepWritten } from '../text/go-on-writing'

/**
 * Who may not edit changes no shape: the editor is read-only for them, and what slips past its checks is put back.
 * A person whose right comes and goes (a promotion, a server that cannot save) keeps the same editor.
 */
export function letViewersOnlyLook(editor: Editor, client: BoardClient): () => void {
  const mayNot = (source: 'remote' | 'user'): boolean => source === 'user' && !client.canEdit.get()
  let stopDropping = (): void => undefined
  const undos = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      mayNot(source) ? before : after,
    ),
    editor.sideEffects.registerBeforeChangeHandler('asset', (before, after, source) =>
      mayNot(source) ? before : after,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (_shape, source) =>
      mayNot(source) ? false : undefined,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('binding', (_binding, source) =>
      mayNot(source) ? false : undefined,
    ),
    react('read-only follows the role', () => {
      const isReadonly = !client.canEdit.get()
      if (isReadonly) {
        if (editor.getEditingShapeId()) {
          keepWritten(editor, client)
          editor.setEditingShape(null)
          stopDropping()
          stopDropping = dropLateTyping()
        }
        if (!editor.isInAny('select', 'hand')) editor.setCurrentTool('select')
      }
      editor.updateInstanceState({ isReadonly })
    }),
  ]
  return () => {
    undos.forEach((undo) => undo())
    stopDropping()
  }
}
