import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import type { SaveTracker } from '../sync/save-tracker'
import { carryOnCopy, type Carried } from './carry-on-copy'
import { isHeldBy } from './held-by'
import type { KeptChanges } from './kept-changes'
import type { KeptChange, RefusalReason } from './offline-storage'

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

  constructor(parts: CarrierParts) {
    this.parts = parts
  }

  /** These stand in no document of this page. */
  add(changes: readonly KeptChange[]): void {
    this.waiting = [...this.waiting, ...changes]
  }

  /**
   * Does on this document, which is known to be whole, what it does not hold. It is written down as what it is now
   * before it is sent: a page that ends in between leaves nothing that would be done twice.
   */
  async run(): Promise<void> {
    const { board, epoch, kept, saves, isStopped } = this.parts
    const ids = this.waiting.map(({ id }) => id)
    this.waiting = []
    if (ids.length === 0) return
    let carried: readonly Carried[] = []
    await kept.take(ids, (taken) => {
      if (isStopped()) return false
      carried = this.prepare(taken.filter((change) => !isHeldBy(board, epoch, change)))
      return true
    })
    if (!isStopped()) for (const one of carried) this.bring(one)
    saves.drop(new Set(ids))
    await kept.flush()
  }

  private prepare(changes: readonly KeptChange[]): readonly Carried[] {
    const { board, epoch, kept, author, mayEdit, onCarried, onLost } = this.parts
    if (!mayEdit()) {
      onLost(changes, 'not-allowed')
      return []
    }
    const { carried, lost } = carryOnCopy({ board, epoch, author: author() }, changes)
    onLost(lost, 'gone')
    for (const { change } of carried) {
      onCarried(change.id)
      kept.add(change)
    }
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
