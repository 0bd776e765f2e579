import type { Signal } from '@tldraw/state'
import type { EntityRoot } from '@/lib/board/layout'
import type { Step } from '@/lib/board/step'

/** A text that people type in together. */
export interface TextRef {
  readonly root: EntityRoot
  readonly id: string
  readonly field: string
}

/** One person's typing in one text: everything from `openText` to `close`, or to a second's pause, is one step. */
export interface TextSession {
  edit(change: { at: number; remove: number; insert: string }): void
  close(): void
}

/** A step that was taken back or done again. */
export interface UndoMove {
  readonly direction: 'undo' | 'redo'
  /** What that did to the board. */
  readonly did: Step
}

/** My steps, and only mine. A value is undone only where it is still what I set. */
export interface UndoStack {
  readonly canUndo: Signal<boolean>
  readonly canRedo: Signal<boolean>
  /** Steps with the same `mergeKey` within a second are undone together: typing in a note, sliding a card. */
  push(step: Step, mergeKey?: string): void
  /** What is pushed while this runs is one step. */
  together(act: () => void, mergeKey?: string): void
  openText(text: TextRef): TextSession
  /** Hears of every step of mine that is pushed, as it is on the board by then; answers with the undo. */
  afterPush(hear: (step: Step) => void): () => void
  /** Lets whoever has changes not pushed yet hand them in before a step is taken back; answers with the undo. */
  beforeMove(handIn: () => void): () => void
  /** Hears of every step just before it is tried, while the board is as it was; answers with the undo. */
  beforeStep(look: (step: Step) => void): () => void
  /** Lets whoever knows what follows from a step of mine do that as a part of it; answers with the undo. */
  followedBy(follow: (did: Step) => Step): () => void
  /** Hears of every move that had an effect; answers with the undo. */
  afterMove(hear: (move: UndoMove) => void): () => void
  /** The step that undo would take back first; null where there is none. */
  latest(): Step | null
  /** Takes back the latest step that still has an effect; with `only`, this one or none. Answers with it, null: none. */
  undo(only?: Step): Step | null
  redo(): void
}
