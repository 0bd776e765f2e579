import type { Signal } from '@tldraw/state'
import type { Step } from '@/lib/board/step'

/** My steps, and only mine. A value is undone only where it is still what I set. */
export interface UndoStack {
  readonly canUndo: Signal<boolean>
  readonly canRedo: Signal<boolean>
  push(step: Step): void
  undo(): void
  redo(): void
}
