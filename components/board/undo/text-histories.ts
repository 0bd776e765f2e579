import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { editText } from '@/lib/board/operations/texts'
import type { Author } from '@/lib/board/step'
import { TransactionOrigin } from '@/lib/board/transact'
import type { TextRef } from './undo-stack'

/** A pause in typing after which the next letter begins a step of its own. */
const TYPING_PAUSE_MS = 1_000

interface TextHistoriesParts {
  readonly board: BoardDocument
  readonly author: () => Author
  /** This person's typing began a new item in this text. */
  onStep(text: TextRef): void
}

/** This person's own typing, text by text, so that undoing takes back their letters and nobody else's. */
export class TextHistories {
  private readonly parts: TextHistoriesParts
  private readonly managers = new Map<string, Y.UndoManager>()
  /** The Yjs origin of this page's typing; only what carries it is ever undone. */
  private readonly origin: TransactionOrigin

  constructor(parts: TextHistoriesParts) {
    this.parts = parts
    this.origin = new TransactionOrigin('person', parts.author().personId)
  }

  /** Types in a text. A text that does not exist is left alone. */
  edit(text: TextRef, change: { at: number; remove: number; insert: string }): void {
    const manager = this.open(text)
    if (!manager) return
    const { board, author } = this.parts
    // The outer transaction's origin counts: the manager tracks this page's typing by it.
    board.doc.transact(() => void editText(board, author(), { ...text, ...change }), this.origin)
  }

  /** The next letter in any text begins a new step. */
  endSteps(): void {
    for (const manager of this.managers.values()) manager.stopCapturing()
  }

  /** What was undone in texts can no longer be redone. */
  clearRedo(): void {
    for (const manager of this.managers.values()) manager.clear(false, true)
  }

  /** Undoes or redoes one item; answers how many items of this text are gone from that side, 0 where none was left. */
  move(text: TextRef, direction: 'undo' | 'redo'): { used: number; worked: boolean } {
    const manager = this.managers.get(keyOf(text))
    if (!manager) return { used: 0, worked: false }
    const count = (): number => (direction === 'undo' ? manager.undoStack : manager.redoStack).length
    const before = count()
    // An item whose letters others have all deleted does nothing, and the manager goes on to the one below it.
    const worked = (direction === 'undo' ? manager.undo() : manager.redo()) !== null
    return { used: before - count(), worked }
  }

  /** Lets go of a text that no step is about any more: it would listen to everything, and keep deleted letters. */
  forget(text: TextRef): void {
    const manager = this.managers.get(keyOf(text))
    manager?.clear()
    manager?.destroy()
    this.managers.delete(keyOf(text))
  }

  stop(): void {
    for (const manager of this.managers.values()) {
      manager.clear()
      manager.destroy()
    }
    this.managers.clear()
  }

  private open(text: TextRef): Y.UndoManager | null {
    const key = keyOf(text)
    const known = this.managers.get(key)
    if (known) return known
    const shared = findText(this.parts.board, text)
    if (!shared) return null
    const manager = new Y.UndoManager(shared, {
      trackedOrigins: new Set<unknown>([this.origin]),
      captureTimeout: TYPING_PAUSE_MS,
    })
    manager.on('stack-item-added', (event) => {
      if (event.type === 'undo' && event.origin === this.origin) this.parts.onStep(text)
    })
    this.managers.set(key, manager)
    return manager
  }
}

/** The shared text itself; null where the entity or the field does not exist. */
export function findText(board: BoardDocument, text: TextRef): Y.Text | null {
  const field = board[text.root].get(text.id)?.get(text.field)
  return field instanceof Y.Text ? field : null
}

function keyOf(text: TextRef): string {
  return `${text.root}/${text.id}/${text.field}`
}
