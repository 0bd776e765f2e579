import type { Editor, TLShapeId } from 'tldraw'
import type { UndoStack } from '../../../board/undo/undo-stack'

/** What stands beside what I deleted. */
interface BesideDeleted {
  /** Where the keyboard goes on from there; null where nothing was deleted since something was selected last. */
  neighbour(direction: 'next' | 'prev'): TLShapeId | null
  forget(): void
  unbind(): void
}

interface DeletedParts {
  readonly editor: Editor
  readonly undo: Pick<UndoStack, 'beforeStep' | 'afterMove'>
  /** Shows on the canvas at once what the document says. */
  readonly flush: () => void
  readonly order: () => readonly TLShapeId[]
}

/**
 * Remembers, in this order of the board, what stands on either side of what I delete, and of what goes when I take
 * something back or do it again.
 */
export function rememberBesideDeleted({ editor, undo, flush, order }: DeletedParts): BesideDeleted {
  let sides: Readonly<Record<'next' | 'prev', readonly TLShapeId[]>> | null = null
  let isMyMove = false
  const forget = (): void => {
    sides = null
  }
  const undos = [
    editor.sideEffects.registerBeforeDeleteHandler('shape', ({ id }, source) => {
      if (source !== 'user' && !isMyMove) return
      const ids = order()
      const at = ids.indexOf(id)
      if (at >= 0) sides ??= { next: ids.slice(at + 1), prev: ids.slice(0, at).reverse() }
    }),
    // What others did comes to the canvas before, so that what comes between the two is mine.
    undo.beforeStep(flush),
    undo.afterMove(() => {
      isMyMove = true
      flush()
      isMyMove = false
      // Something else is selected still: the keyboard goes on from that.
      if (editor.getSelectedShapeIds().length > 0) forget()
    }),
  ]
  return {
    neighbour: (direction) => sides?.[direction].find((id) => editor.getShape(id)) ?? null,
    forget,
    unbind: () => undos.forEach((undo) => undo()),
  }
}
