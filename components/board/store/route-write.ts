import { react, unsafe__withoutCapture, type Signal } from '@tldraw/state'
import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { revertStep } from '@/lib/board/operations/revert-step'
import type { Author, Step, StepChange } from '@/lib/board/step'
import type { InteractionProps } from '@/lib/board/shapes/interaction'
import type { InteractionId, RandomBytes } from '@/lib/ids'
import type { BoardClient } from '../board-client'
import type { Projection } from './projection'
import { commitChanges, type CardsPlaced } from './commit/commit-changes'
import { CommitPace } from './commit/commit-pace'
import { movingKey } from './commit/moving-key'
import type { GestureState } from './gesture/gesture-state'
import { flushHistory } from './commit/flush-history'
import { GestureChanges } from './gesture/gesture-changes'
import { GestureLane } from './gesture/gesture-lane'
import { shapeOf } from './page-place'
import { typingKey } from './commit/typing-key'
import { bindEvents, windowOrNone } from '../sync/bind-events'
import { createBrowserClock, type Clock } from '../sync/clock'
import { mergeSteps } from '../undo/merge-steps'

export type { GestureState }

interface RouterParts {
  readonly store: TLStore
  readonly client: BoardClient
  readonly projection: Projection
  readonly gesture: Signal<GestureState>
  /** A duplicated, pasted or moved card is shown by another shape now; selection should follow. */
  readonly onReplaced?: (oldId: string, newId: string) => void
  readonly clock?: Clock
  readonly random?: RandomBytes
  /** Where `blur` and `pagehide` are heard. */
  readonly page?: EventTarget
}

/** The one way from the canvas into the document. */
export interface Router {
  /** Routes at once what the store has collected; call it before tldraw bails to a mark. */
  flush(): void
  /** Call it after tldraw bailed: forgets what the gesture did, takes its commits back, shows the document again. */
  cancelGesture(): void
  /** A tool began its gesture anew with these as they were: takes back what was committed of them meanwhile. */
  startOver(ids: Iterable<string>): void
  stop(): void
}

/** A gesture longer than this is committed in between. */
export const COMMIT_EVERY_MS = 1_000

/** Routes what people do on the canvas: into the document, or on the lane while a hand moves. */
export function bindRouter(parts: RouterParts): Router {
  return new WriteRouter(parts)
}

class WriteRouter implements Router {
  private readonly parts: RouterParts
  private readonly clock: Clock
  private readonly random: RandomBytes
  private readonly changes = new GestureChanges()
  private readonly lane: GestureLane
  private readonly undos: (() => void)[]
  private gesture: GestureState | null = null
  private gestureSteps: Step[] = []
  private discarded: Set<string> | null = null
  /** The gesture was given up; what tldraw still says of it until it rests is passed over. */
  private isGivenUp = false
  private isCommitPlanned = false
  private callOffCommit: (() => void) | null = null
  private readonly pace = new CommitPace()
  private callOffLate: (() => void) | null = null

  constructor(parts: RouterParts) {
    this.parts = parts
    this.clock = parts.clock ?? createBrowserClock(() => Date.now())
    this.random = parts.random ?? ((lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)))
    this.lane = new GestureLane(parts.store, parts.client)
    parts.projection.setUncommitted(this.changes)
    this.undos = [
      parts.store.listen(({ changes }) => this.hear(changes), { source: 'user', scope: 'document' }),
      react('follow the gesture', () => {
        const gesture = parts.gesture.get()
        unsafe__withoutCapture(() => this.follow(gesture))
      }),
      parts.client.undo.beforeMove(() => this.flush()),
      bindEvents(parts.page ?? windowOrNone(), {
        blur: () => this.commitNow(),
        pagehide: () => this.commitNow(),
      }),
    ]
  }

  flush(): void {
    flushHistory(this.parts.store)
    if (!this.gesture) this.commitAlone()
  }

  cancelGesture(): void {
    this.commitLate()
    this.discarded = new Set(this.changes.ids())
    flushHistory(this.parts.store)
    this.isGivenUp = this.parts.gesture.get().kind !== 'idle'
    const touched = new Set([...this.discarded, ...(this.gesture?.ids ?? [])])
    this.discarded = null
    this.changes.settle(this.changes.ids())
    const committed = this.leaveGesture()
    this.takeBack(committed)
    for (const change of committed) if ('id' in change) touched.add(change.id)
    this.lane.cancel()
    this.parts.projection.reread(touched)
  }

  startOver(ids: Iterable<string>): void {
    const touched = new Set(ids)
    const isOfThese = (change: StepChange): boolean => 'id' in change && touched.has(change.id)
    const committed = this.gestureSteps.flat().filter(isOfThese)
    this.gestureSteps = this.gestureSteps.map((step) => step.filter((change) => !isOfThese(change)))
    this.takeBack(committed)
    this.parts.projection.reread(touched)
  }

  stop(): void {
    if (this.undos.length === 0) return
    this.flush()
    this.endGesture()
    for (const undo of this.undos.splice(0).reverse()) undo()
    this.parts.projection.setUncommitted(null)
  }

  private hear(changes: RecordsDiff<TLRecord>): void {
    const { projection, client } = this.parts
    if (projection.isEchoing) return
    if (this.discarded) return collectIds(changes, this.discarded)
    if (!client.canEdit.get()) {
      const ids = new Set<string>()
      collectIds(changes, ids)
      return projection.reread(ids)
    }
    this.changes.add(changes)
    if (!this.gesture) this.planCommit()
    else if (this.gesture.kind === 'moving') this.lane.moved()
  }

  /** After everything the store has collected: committing between two parts of it would show the first alone. */
  private planCommit(): void {
    if (this.isCommitPlanned) return
    this.isCommitPlanned = true
    queueMicrotask(() => {
      this.isCommitPlanned = false
      if (this.gesture || this.undos.length === 0) return
      const waitMs = this.pace.waitMs(this.changes, this.clock.now())
      if (waitMs === 0) return this.commitAlone()
      this.callOffLate ??= this.clock.after(waitMs, () => this.commitAlone())
      this.parts.client.isHeldBack.set(true)
    })
  }

  /** What waits for more of its kind is no part of what comes now. */
  private commitLate(): void {
    if (this.callOffLate) this.commitAlone()
  }

  private follow(next: GestureState): void {
    const now = this.gesture
    if (next.kind === 'idle') {
      this.isGivenUp = false
      return this.endGesture()
    }
    if (this.isGivenUp) return
    this.commitLate()
    if (now && now.kind === next.kind && sameIds(now.ids, next.ids)) {
      this.gesture = next
      return this.lane.bounds(next.bounds)
    }
    // A hand that goes on to something else (a clone, another corner) is still the same gesture.
    this.gesture = next
    if (this.parts.client.canEdit.get()) this.lane.begin(next)
    this.callOffCommit ??= this.waitForCommit()
  }

  private waitForCommit(): () => void {
    return this.clock.after(COMMIT_EVERY_MS, () => {
      this.callOffCommit = this.waitForCommit()
      flushHistory(this.parts.store)
      this.commitInGesture('none')
      if (this.gesture) this.lane.committed(this.gesture)
    })
  }

  /** The page may go away: what the hand has done so far is kept. */
  private commitNow(): void {
    this.flush()
    if (this.gesture) this.commitInGesture('standing')
  }

  private commitInGesture(cards: CardsPlaced): void {
    const step = this.commit(cards)
    if (step.length > 0) this.gestureSteps.push(step)
  }

  private endGesture(): void {
    if (!this.gesture) return
    flushHistory(this.parts.store)
    this.commitInGesture('all')
    this.parts.client.undo.push(this.leaveGesture())
    // After the commit, so that nobody sees the card fall back before it arrives.
    this.lane.end()
    // Not while what follows the gesture reacts: the canvas's rules would be given old answers.
    queueMicrotask(() => this.parts.projection.flush())
  }

  /** Who may not write any more leaves it as the document has it. */
  private takeBack(committed: Step): void {
    const { board, canEdit } = this.parts.client
    if (committed.length > 0 && canEdit.get()) revertStep(board, this.author('undo'), committed)
  }

  private leaveGesture(): Step {
    const step = mergeSteps(this.gestureSteps)
    this.gestureSteps = []
    this.gesture = null
    this.callOffCommit?.()
    this.callOffCommit = null
    return step
  }

  private commitAlone(): void {
    this.callOffLate?.()
    this.callOffLate = null
    if (!this.changes.isEmpty) this.commitStep()
    this.parts.client.isHeldBack.set(false)
  }

  private commitStep(): void {
    this.pace.note(this.clock.now())
    const step = this.commit('all')
    this.parts.client.undo.push(step, typingKey(step) ?? movingKey(step))
  }

  private commit(cards: CardsPlaced): Step {
    const { store, client, projection, onReplaced } = this.parts
    if (!client.canEdit.get()) {
      const ids = this.changes.ids()
      this.changes.settle(ids)
      projection.reread(ids)
      return []
    }
    const { board } = client
    const { changes, random } = this
    const common = { board, store, author: this.author('person'), random, changes }
    const earlier = mergeSteps(this.gestureSteps)
    const isLetGo = this.gesture !== null
    const result = commitChanges({ ...common, cards, earlier, isLetGo })
    const { step, reread, refusals, replaced, unclear } = result
    if (reread.length > 0) projection.reread(reread)
    for (const { oldId, newId } of replaced) onReplaced?.(oldId, newId)
    const [refusal] = refusals
    if (refusal !== undefined) client.tell({ tone: 'attention', sentence: refusal })
    this.askAbout(unclear)
    return step
  }

  /** Where it is not clear which teams an interaction joins, its person is asked. */
  private askAbout(unclear: readonly string[]): void {
    const [shapeId] = unclear
    const shape = shapeId === undefined ? undefined : shapeOf(this.parts.store, shapeId)
    if (shape)
      this.parts.client.teams.askTeams((shape.props as InteractionProps).interactionId as InteractionId)
  }

  private author(origin: Author['origin']): Author {
    return { personId: this.parts.client.me.get().personId, now: this.clock.now(), origin }
  }
}

function collectIds(changes: RecordsDiff<TLRecord>, into: Set<string>): void {
  for (const part of [changes.added, changes.updated, changes.removed]) {
    for (const id of Object.keys(part)) into.add(id)
  }
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}
