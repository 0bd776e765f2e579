import { react, unsafe__withoutCapture } from '@tldraw/state'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import { applyUnits, sameJson, toUnits } from '@/lib/board/units'
import type { BoardClient } from '../board-client'
import type { RemoteGesture } from '../lane/lane'
import { changedKeys, type DeepEvent } from './changed-keys'
import { flushHistory } from './commit/flush-history'
import { followLayout } from './follow-layout'
import { isOfDocument } from './projected/is-of-document'
import { keepSameParts } from './projected/keep-same-parts'
import { mergeIntoStore } from './projected/merge-into-store'
import { OwnHand } from './gesture/own-hand'
import { ProjectedRecords } from './projected/projected-records'
import type { TemplateInHand } from './gesture/template-in-hand'
import { createBrowserClock, type Clock } from '../sync/clock'

/** What the local hand has done to the store that the document does not know yet; it must not be undone meanwhile. */
export interface UncommittedChanges {
  isCreated(id: string): boolean
  isRemoved(id: string): boolean
  units(id: string): ReadonlySet<string> | undefined
}

/** Keeps a canvas store equal to what the document, and others' hands, say. */
export interface Projection {
  /** Brings the store up to date at once instead of with the next picture. */
  flush(): void
  /** Makes these records what the document says, whatever the store made of them; those of the page alone it leaves. */
  reread(ids: Iterable<string>): void
  /** What the store shows still, and the document has no more. */
  going(): ReadonlySet<string>
  /** Shows document positions only, until the answer is called: for pictures and copies. */
  pauseLane(): () => void
  /** Shows a template where this page's own hand has it, until it is told null. Nothing of it is written. */
  carryTemplate(hand: TemplateInHand | null): void
  /** True while the store reports what its own rules did to a change from here: nobody's edit. */
  readonly isEchoing: boolean
  setUncommitted(changes: UncommittedChanges | null): void
  stop(): void
}

interface ProjectionParts {
  readonly store: TLStore
  readonly client: Pick<BoardClient, 'board' | 'lane' | 'view'>
  /** While it answers yes nothing disappears: tldraw falls over when a pressed shape is taken away. */
  readonly isPointerDown?: () => boolean
  readonly clock?: Pick<Clock, 'frame'>
}

/** Fills the store with the board and keeps it so until stopped. Call it before the editor is made. */
export function bindProjection(parts: ProjectionParts): Projection {
  return new StoreProjection(parts)
}

class StoreProjection implements Projection {
  isEchoing = false
  private readonly parts: ProjectionParts
  private readonly clock: Pick<Clock, 'frame'>
  private readonly shown: ProjectedRecords
  private readonly undos: (() => void)[] = []
  private stale = new Set<string>()
  private needsLayout = false
  private uncommitted: UncommittedChanges | null = null
  private echoed = new Set<string>()
  private pauses = 0
  private readonly hand: OwnHand
  private gestures: readonly RemoteGesture[] = []
  private isFlushing = false
  private isStopped = false
  private callOffFrame: (() => void) | null = null

  constructor(parts: ProjectionParts) {
    this.parts = parts
    this.clock = parts.clock ?? createBrowserClock(() => Date.now())
    this.shown = new ProjectedRecords(parts.client.board)
    this.hand = new OwnHand({
      store: parts.store,
      units: (id) => this.uncommitted?.units(id),
      onMoved: () => this.flush(),
    })
    // A store that was bound before may hold what is no longer there.
    this.stale = new Set([...this.shown.ids(), ...Object.keys(parts.store.serialize('document'))])
    this.undos.push(this.followDocument(parts.client.board), this.collectEchoes(), () => this.hand.stop())
    this.flush()
    this.undos.push(
      react('show the lane', () => this.showLane(parts.client.lane.remote.get()), {
        // While others react, what the canvas has worked out counts as true whatever is put into the store.
        scheduleEffect: (show) => queueMicrotask(show),
      }),
    )
  }

  setUncommitted(changes: UncommittedChanges | null): void {
    this.uncommitted = changes
  }

  reread(ids: Iterable<string>): void {
    for (const id of ids) if (isOfDocument(this.parts.store, id)) this.stale.add(id)
    this.flush()
  }

  going(): ReadonlySet<string> {
    const ids = this.takeStale()
    for (const id of ids) this.stale.add(id)
    return new Set(this.differences(ids).remove)
  }

  pauseLane(): () => void {
    let isPaused = true
    this.pauses++
    this.showLane([])
    return () => {
      if (!isPaused) return
      isPaused = false
      this.pauses--
      this.showLane(this.parts.client.lane.remote.get())
    }
  }

  carryTemplate(hand: TemplateInHand | null): void {
    for (const id of this.shown.showTemplateInHand(hand)) this.stale.add(id)
    this.flush()
  }

  flush(): void {
    if (this.isFlushing || this.isStopped) return
    this.isFlushing = true
    this.callOffFrame?.()
    this.callOffFrame = null
    try {
      // What the person did since the last picture reaches the document first, and is not overwritten.
      flushHistory(this.parts.store)
      this.apply(this.takeStale())
      // The store's own rules may answer a merge; once, their answer is overruled.
      if (this.echoed.size > 0) this.apply(this.takeEchoed())
      this.echoed.clear()
      this.parts.client.view.setAside.set(this.shown.setAside.size)
    } finally {
      this.isFlushing = false
    }
    if (this.stale.size > 0) this.schedule()
  }

  stop(): void {
    if (this.isStopped) return
    this.isStopped = true
    this.callOffFrame?.()
    for (const undo of this.undos.reverse()) undo()
  }

  private showLane(gestures: readonly RemoteGesture[]): void {
    this.gestures = this.pauses > 0 ? [] : gestures
    for (const id of this.shown.showLane(this.gestures)) this.stale.add(id)
    // What is read on the way must not make this run again.
    unsafe__withoutCapture(() => this.flush())
  }

  private takeStale(): ReadonlySet<string> {
    const ids = this.stale
    this.stale = new Set()
    if (this.needsLayout) {
      for (const id of this.shown.layOut()) ids.add(id)
      // Whether a carried initiative exists decides whether it is shown.
      for (const id of this.shown.showLane(this.gestures)) ids.add(id)
    }
    this.needsLayout = false
    for (const id of this.shown.showOwnHand(this.hand.teams())) ids.add(id)
    for (const id of this.shown.repair()) ids.add(id)
    if (ids.size > 0) for (const id of this.shown.movedInside()) ids.add(id)
    return ids
  }

  private takeEchoed(): ReadonlySet<string> {
    const ids = this.echoed
    this.echoed = new Set()
    return ids
  }

  private apply(ids: ReadonlySet<string>): void {
    const { put, remove } = this.differences(ids)
    const now = this.mayRemove() ? remove : []
    if (now.length < remove.length) for (const id of remove) this.stale.add(id)
    if (put.length === 0 && now.length === 0) return
    this.merge({ put, remove: now })
  }

  /** In what the store does not hold what it should. */
  private differences(ids: ReadonlySet<string>): { put: BoardRecord[]; remove: string[] } {
    const put: BoardRecord[] = []
    const remove: string[] = []
    for (const id of ids) {
      const has = this.parts.store.unsafeGetWithoutCapture(id as TLRecord['id']) as BoardRecord | undefined
      const wanted = this.wanted(id, has)
      if (wanted && !sameJson(has, wanted)) put.push(has ? keepSameParts(has, wanted) : wanted)
      if (!wanted && has) remove.push(id)
    }
    return { put, remove }
  }

  private merge(batch: { put: readonly BoardRecord[]; remove: readonly string[] }): void {
    const { store } = this.parts
    this.isEchoing = true
    try {
      try {
        for (const { id, reason } of mergeIntoStore(store, batch)) this.shown.setAside.set(id, reason)
      } finally {
        flushHistory(store)
      }
    } finally {
      this.isEchoing = false
    }
  }

  /** What the store should hold: the projection, and over it what the local hand has not committed. */
  private wanted(id: string, has: BoardRecord | undefined): BoardRecord | null {
    const projected = this.shown.get(id)
    const { uncommitted } = this
    if (!uncommitted) return projected
    if (uncommitted.isRemoved(id) && !has) return null
    if (uncommitted.isCreated(id) && !projected) return has ?? null
    const units = uncommitted.units(id)
    if (!projected || !has || !units) return projected
    return applyUnits(
      projected,
      [...toUnits(has)].filter(([unit]) => units.has(unit)),
    )
  }

  private mayRemove(): boolean {
    return !(this.parts.isPointerDown?.() ?? false)
  }

  private schedule(): void {
    this.callOffFrame ??= this.clock.frame(() => {
      this.callOffFrame = null
      this.flush()
    })
  }

  private followDocument(board: BoardDocument): () => void {
    const onRecords = (events: readonly DeepEvent[]): void => {
      const { ids } = changedKeys(events)
      this.shown.readAgain(ids)
      for (const id of ids) this.stale.add(id)
      this.schedule()
    }
    const onLayout = (): void => {
      this.needsLayout = true
      this.schedule()
    }
    const stopLayout = followLayout(board, onLayout)
    board.records.observeDeep(onRecords)
    return () => {
      board.records.unobserveDeep(onRecords)
      stopLayout()
    }
  }

  private collectEchoes(): () => void {
    return this.parts.store.listen(
      ({ changes }) => {
        if (!this.isEchoing) return
        for (const part of [changes.added, changes.updated, changes.removed]) {
          for (const id of Object.keys(part)) this.echoed.add(id)
        }
      },
      { source: 'user', scope: 'document' },
    )
  }
}
