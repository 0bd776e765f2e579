import { react, type Editor } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import type { Router } from '../../board/store/route-write'
import { isAtPress } from '../gesture'
import { replaceMethods } from '../replace-methods'

interface UndoParts {
  readonly editor: Editor
  readonly client: Pick<BoardClient, 'undo'>
  readonly router: Pick<Router, 'flush' | 'cancelGesture' | 'startOver'>
}

/**
 * Undo, redo and Escape are the board's. The editor's own history holds whole records, so that going back in it would
 * write other people's values; it only serves its tools' marks and is emptied whenever they rest.
 */
export function takeOverUndo(parts: UndoParts): () => void {
  const { editor, client } = parts
  const complete = editor.complete.bind(editor)
  const undos = [
    takeOverBailing(parts),
    replaceMethods(editor, {
      undo: () => {
        complete()
        client.undo.undo()
        return editor
      },
      redo: () => {
        complete()
        client.undo.redo()
        return editor
      },
      getCanUndo: () => client.undo.canUndo.get(),
      getCanRedo: () => client.undo.canRedo.get(),
    }),
    react('empty the history of a resting editor', () => {
      if (isAtRest(editor)) queueMicrotask(() => (isAtRest(editor) ? editor.clearHistory() : undefined))
    }),
  ]
  return () => undos.forEach((undo) => undo())
}

function takeOverBailing({ editor, router }: UndoParts): () => void {
  const own = {
    bail: editor.bail.bind(editor),
    bailToMark: editor.bailToMark.bind(editor),
    cancel: editor.cancel.bind(editor),
    interrupt: editor.interrupt.bind(editor),
  }
  let isGivingUp = false
  const givingUp = (fn: () => void): Editor => {
    isGivingUp = true
    try {
      fn()
    } finally {
      isGivingUp = false
    }
    return editor
  }
  const bail = (fn: () => void): Editor => {
    router.flush()
    if (isGivingUp || isAtPress(editor.getPath())) {
      fn()
      router.cancelGesture()
      return editor
    }
    // A tool starts over in the middle of its gesture (Alt begins or ends a copy): nobody's edit, so it comes as remote.
    const { added, updated, removed } = editor.store.extractingChanges(() =>
      editor.store.mergeRemoteChanges(fn),
    )
    router.startOver([added, updated, removed].flatMap((changes) => Object.keys(changes)))
    return editor
  }
  return replaceMethods(editor, {
    bail: () => bail(own.bail),
    bailToMark: (id) => bail(() => own.bailToMark(id)),
    cancel: () => givingUp(own.cancel),
    interrupt: () => givingUp(own.interrupt),
  })
}

/** At rest no tool holds a mark it might go back to. */
function isAtRest(editor: Editor): boolean {
  return !editor.isDisposed && editor.getPath().endsWith('.idle')
}
