import { atom, transact } from '@tldraw/state'
import type { BoardDocument } from '@/lib/board/layout'
import { revertStep } from '@/lib/board/operations/revert-step'
import type { Author, Step } from '@/lib/board/step'
import type { TextRef, TextSession, UndoMove, UndoStack } from './undo-stack'
import { orReport } from '../or-report'
import { mergeSteps } from './merge-steps'
import { revertInUpdates } from './revert-in-updates'
import { TextHistories } from './text-histories'

const MAX_STEPS = 200
const MERGE_WITHIN_MS = 1_000

interface UndoStackParts {
  readonly board: BoardDocument
  readonly author: (origin: Author['origin']) => Author
  readonly now: () => number
  /** While it answers no, undo and redo do nothing. */
  readonly canEdit: () => boolean
}

interface LastPush {
  readonly mergeKey: string
  readonly at: number
}

/** Makes the undo stack of one person on one board; `stop` forgets everything. */
export function createUndoStack(parts: UndoStackParts): UndoStack & { stop(): void } {
  const stack = new StepStack(parts)
  return {
    canUndo: stack.canUndo,
    canRedo: stack.canRedo,
    push: (step, mergeKey) => stack.push(step, mergeKey),
    together: (act, mergeKey) => stack.together(act, mergeKey),
    openText: (text) => stack.openText(text),
    afterPush: (hear) => stack.afterPush(hear),
    beforeMove: (handIn) => stack.beforeMove(handIn),
    beforeStep: (look) => stack.beforeStep(look),
    followedBy: (follow) => stack.followedBy(follow),
    afterMove: (hear) => stack.afterMove(hear),
    latest: () => stack.latest(),
    undo: (only) => stack.move('undo', only),
    redo: () => void stack.move('redo'),
    stop: () => stack.stop(),
  }
}

class StepStack {
  readonly canUndo = atom('can undo', false)
  readonly canRedo = atom('can redo', false)
  private readonly parts: UndoStackParts
  private readonly texts: TextHistories
  private undoSteps: Step[] = []
  private redoSteps: Step[] = []
  private last: LastPush | null = null
  private gathered: Step[] | null = null
  private readonly handIns = new Set<() => void>()
  private readonly lookers = new Set<(step: Step) => void>()
  private readonly followers = new Set<(did: Step) => Step>()
  private readonly hearers = new Set<(move: UndoMove) => void>()
  private readonly pushHearers = new Set<(step: Step) => void>()

  constructor(parts: UndoStackParts) {
    this.parts = parts
    this.texts = new TextHistories({
      board: parts.board,
      author: () => parts.author('person'),
      onStep: (text) => this.add([{ kind: 'text', ...text }]),
    })
  }

  push(step: Step, mergeKey?: string): void {
    if (step.length === 0) return
    if (this.gathered) return void this.gathered.push(step)
    this.texts.endSteps()
    const now = this.parts.now()
    const previous = this.merges(mergeKey, now) ? this.undoSteps.pop() : undefined
    const did = this.withWhatFollows(step)
    const whole = previous ? mergeSteps([previous, did]) : did
    this.add(whole)
    // What took itself back is on no stack: the next would be merged with what was done before.
    this.last = mergeKey === undefined || whole.length === 0 ? null : { mergeKey, at: now }
    for (const hear of this.pushHearers) hear(did)
  }

  together(act: () => void, mergeKey?: string): void {
    if (this.gathered) return act()
    const steps: Step[] = []
    this.gathered = steps
    try {
      act()
    } finally {
      this.gathered = null
      this.push(mergeSteps(steps), mergeKey)
    }
  }

  openText(text: TextRef): TextSession {
    return {
      edit: (change) => {
        if (this.parts.canEdit()) this.texts.edit(text, change)
      },
      close: () => this.texts.endSteps(),
    }
  }

  afterPush(hear: (step: Step) => void): () => void {
    this.pushHearers.add(hear)
    return () => void this.pushHearers.delete(hear)
  }

  beforeMove(handIn: () => void): () => void {
    this.handIns.add(handIn)
    return () => void this.handIns.delete(handIn)
  }

  beforeStep(look: (step: Step) => void): () => void {
    this.lookers.add(look)
    return () => void this.lookers.delete(look)
  }

  followedBy(follow: (did: Step) => Step): () => void {
    this.followers.add(follow)
    return () => void this.followers.delete(follow)
  }

  afterMove(hear: (move: UndoMove) => void): () => void {
    this.hearers.add(hear)
    return () => void this.hearers.delete(hear)
  }

  latest(): Step | null {
    return this.undoSteps.at(-1) ?? null
  }

  /**
   * Takes steps back, or does them again, until one has an effect; the others overtook those without. With `only`, it
   * ends with that one, and does nothing where another is the latest.
   */
  move(direction: UndoMove['direction'], only?: Step): Step | null {
    if (!this.parts.canEdit()) return null
    this.endStep()
    const [from, to] =
      direction === 'undo' ? [this.undoSteps, this.redoSteps] : [this.redoSteps, this.undoSteps]
    if (only && from.at(-1) !== only) return null
    for (let step = from.pop(); step !== undefined; step = step === only ? undefined : from.pop()) {
      for (const look of this.lookers) look(step)
      const reverted = this.revert(step, direction, from)
      if (reverted.length === 0) continue
      const inverse = this.withWhatFollows(reverted)
      to.push(inverse)
      this.show()
      for (const hear of this.hearers) hear({ direction, did: inverse })
      return step
    }
    this.show()
    return null
  }

  stop(): void {
    this.texts.stop()
    this.undoSteps = []
    this.redoSteps = []
    this.show()
  }

  /** What follows comes first: taken back it is last, when that from which it followed is there again. */
  private withWhatFollows(step: Step): Step {
    // The step is on the board by now: what fails to follow from it must not keep it from being undone.
    return [...[...this.followers].flatMap((follow) => orReport(() => follow(step)) ?? []), ...step]
  }

  /** What is still under way is a step of its own. */
  private endStep(): void {
    for (const handIn of this.handIns) handIn()
    this.last = null
    this.texts.endSteps()
  }

  private merges(mergeKey: string | undefined, now: number): boolean {
    return mergeKey !== undefined && this.last?.mergeKey === mergeKey && now - this.last.at < MERGE_WITHIN_MS
  }

  private add(step: Step): void {
    this.last = null
    this.texts.clearRedo()
    this.redoSteps = []
    if (step.length > 0) this.undoSteps.push(step)
    if (this.undoSteps.length > MAX_STEPS) this.forgetTextsOf(this.undoSteps.shift() ?? [])
    this.show()
  }

  private forgetTextsOf(dropped: Step): void {
    for (const change of dropped) {
      if (change.kind === 'text' && !this.undoSteps.some((step) => isTyping(step, change)))
        this.texts.forget(change)
    }
  }

  private revert(step: Step, direction: UndoMove['direction'], from: Step[]): Step {
    const values = step.filter((change) => change.kind !== 'text')
    const { board, author } = this.parts
    const inverse = revertInUpdates(values, (part) => revertStep(board, author('undo'), part))
    for (const change of step) {
      if (change.kind !== 'text') continue
      const { used, worked } = this.texts.move(change, direction)
      for (let extra = 1; extra < used; extra++) dropLast(from, change)
      if (worked) inverse.push(change)
    }
    return inverse
  }

  private show(): void {
    transact(() => {
      this.canUndo.set(this.undoSteps.length > 0)
      this.canRedo.set(this.redoSteps.length > 0)
    })
  }
}

/** Drops the topmost step that is typing in this text: its item is used up. */
function dropLast(steps: Step[], text: TextRef): void {
  const at = steps.findLastIndex((step) => isTyping(step, text))
  if (at >= 0) steps.splice(at, 1)
}

function isTyping([change]: Step, text: TextRef): boolean {
  return change?.kind === 'text' && change.id === text.id && change.field === text.field
}
