import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import type { SaveTracker } from '../../sync/save-tracker'
import { carryOnCopy, type Carried } from './carry-on-copy'
import { findFitting } from './find-fitting'
import { isHeldBy } from './held-by'
import type { KeptChanges } from './kept-changes'
import { LastSet } from './last-set'
import type { KeptChange, RefusalReason } from '../storage/offline-storage'

export interface CarrierParts {
  readonly board: BoardDocument
  readonly epoch: number
  readonly kept: KeptChanges
  readonly saves: SaveTracker
  author(): Author
  mayEdit(): boolean
  /** Whether the page is being left: what is not begun by then is for the next one. */
  isStopped(): boolean
  /** A change was done anew under this name. */
  onCarried(id: string): void
  /** These cannot be done anew: their author is to be told. */
  onLost(changes: readonly KeptChange[], reason: RefusalReason): void
}

/** Brings along what was done on a document that is gone, or in a page that ended, to the document of this page. */
export class Carrier {
  private readonly parts: CarrierParts
  private waiting: readonly KeptChange[] = []
  private readonly lastSet = new LastSet()

  constructor(parts: CarrierParts) {
    this.parts = parts
  }

  /** The same person did this as well: what they set before does not undo it. */
  hear(changes: readonly KeptChange[]): void {
    this.lastSet.hear(changes)
  }

  /** When what is done now is done: it is brought along after all that the same person did before. */
  nextAt(now: number): number {
    return this.lastSet.nextAt(now)
  }

  /** These stand in no document of this page. */
  add(changes: readonly KeptChange[]): void {
    this.hear(changes)
    this.waiting = [...this.waiting, ...changes]
  }

  /**
   * Puts into this document, which is known to be whole, what it does not hold: as it was written, or else done anew.
   * Then it is written down as what it is now before it is sent: a page that ends in between leaves nothing that would be
   * done twice.
   */
  async run(): Promise<void> {
    const { waiting } = this
    this.waiting = []
    const asWritten = this.asWritten(waiting)
    this.bringAsWritten(asWritten)
    const others = waiting.filter((change) => !asWritten.includes(change))
    if (others.length > 0) await this.redo(others)
  }

  private async redo(changes: readonly KeptChange[]): Promise<void> {
    const { board, epoch, kept, saves, isStopped } = this.parts
    const ids = changes.map(({ id }) => id)
    let carried: readonly Carried[] = []
    let [isElsewhere, hasJoined] = [false, false]
    const redo = (taken: readonly KeptChange[]): boolean => {
      isElsewhere = taken.length < ids.length
      if (isStopped() || (isElsewhere && !hasJoined)) return false
      carried = this.prepare(taken.filter((change) => !isHeldBy(board, epoch, change)))
      return true
    }
    await kept.take(ids, redo)
    if (isElsewhere && !isStopped()) {
      // What is left builds on what was taken, and is done under an id that says that all before it is done.
      hasJoined = await this.joinIn()
      // Nobody can tell yet what became of the others: they wait for the next connection.
      if (!hasJoined) return this.add(changes)
      await kept.take(ids, redo)
    }
    if (!isStopped()) for (const one of carried) this.bring(one)
    saves.drop(new Set(ids))
    await kept.flush()
  }

  /** What another page has taken is not safe before it has sent it, which it may never do. False where it cannot be read. */
  private async joinIn(): Promise<boolean> {
    const { kept, isStopped } = this.parts
    const others = await kept.readOthers()
    if (others === null) return false
    this.hear(others)
    const fitting = isStopped() ? [] : this.asWritten(others)
    kept.goOnWith(fitting)
    this.bringAsWritten(fitting)
    return true
  }

  /** Those that this document takes as they were written, as often as they come. */
  private asWritten(changes: readonly KeptChange[]): readonly KeptChange[] {
    const { board, epoch, mayEdit } = this.parts
    if (!mayEdit()) return []
    const isMissing = (change: KeptChange): boolean =>
      change.epoch === epoch && !isHeldBy(board, epoch, change)
    return findFitting(board.doc, changes.filter(isMissing))
  }

  private bringAsWritten(changes: readonly KeptChange[]): void {
    const { isStopped, onCarried } = this.parts
    if (isStopped()) return
    for (const change of changes) {
      onCarried(change.id)
      if (change.update) this.bring({ change, update: change.update })
    }
  }

  private prepare(changes: readonly KeptChange[]): readonly Carried[] {
    const { board, epoch, kept, author, mayEdit, onCarried, onLost } = this.parts
    if (!mayEdit()) {
      onLost(changes, 'not-allowed')
      return []
    }
    const meant = changes.map((change) => this.lastSet.stillMeant(change))
    const { carried, lost } = carryOnCopy({ board, epoch, author: author() }, meant)
    onLost(lost, 'gone')
    for (const { change } of carried) {
      onCarried(change.id)
      kept.add(change)
    }
    this.hear(carried.map(({ change }) => change))
    return carried
  }

  /** Puts something into the document, which sends it; not what was given up meanwhile. */
  private bring({ change, update }: Carried): void {
    const { board, kept, saves } = this.parts
    const { id, touched } = change
    if (!kept.has(id)) return
    let isNews = false
    const hear = (): boolean => (isNews = true)
    board.doc.on('update', hear)
    saves.localChange(new Set(touched), id)
    Y.applyUpdate(board.doc, update, this)
    board.doc.off('update', hear)
    if (isNews) return
    // Somebody else deleted the same meanwhile: nothing is sent that could be acked.
    saves.drop(new Set([id]))
    kept.settle([id])
  }
}
