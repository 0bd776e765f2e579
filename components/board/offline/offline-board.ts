import { atom, type Atom, type Signal } from '@tldraw/state'
import type * as Y from 'yjs'
import { can } from '@/lib/access/roles'
import { readChanges } from '@/lib/board/changes/read-changes'
import { unsavedWords } from '@/lib/board/changes/unsaved-words'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import type { ErrorCode } from '@/lib/errors'
import type { Refusal } from '@/lib/sync/messages'
import type { Me } from '../board-client'
import type { Clock } from '../sync/clock'
import type { SaveTracker } from '../sync/save-tracker'
import { Carrier } from './carrying/carrier'
import { toChangeId } from './carrying/change-id'
import { DocumentCache } from './storage/document-cache'
import { documentName } from './storage/document-name'
import { isHeldBy, markOf } from './carrying/held-by'
import { Heirs } from './carrying/heirs'
import { ANSWERED_WITHIN_MS, inTime, LATE } from './storage/in-time'
import { KeptChanges } from './carrying/kept-changes'
import { latestOfEach } from './carrying/latest-of-each'
import type {
  KeptChange,
  KeptDocument,
  OfflineStorage,
  Owner,
  RefusalReason,
  RefusedChange,
} from './storage/offline-storage'
import type { Renewal } from './renewal'
import { whatBecomesOf } from './carrying/what-becomes-of'

/** What nobody came back to for so long is deleted. */
const UNUSED_MS = 30 * 24 * 60 * 60 * 1000

export interface OfflineBoardParts {
  readonly board: BoardDocument
  readonly owner: Owner
  readonly epoch: number
  readonly storage: OfflineStorage
  readonly clock: Clock
  readonly saves: SaveTracker
  readonly me: Signal<Me>
  readonly author: (origin: Author['origin']) => Author
  readonly renewal: Renewal
}

/** What a browser keeps of one open board: the copy of its document, and the changes that are not safe yet. */
export class OfflineBoard {
  readonly kept: KeptChanges
  /** What waited when this page began stands in this document, as far as it can. */
  readonly isWhole: Atom<boolean> = atom('is whole', false)
  private readonly parts: OfflineBoardParts
  private cache: DocumentCache | null = null
  /** Changes made while nothing could be sent: if they are refused, their author may be looking elsewhere. */
  private readonly madeOffline = new Set<string>()
  private readonly heirs = new Heirs()
  private readonly read = new WeakMap<Y.Transaction, KeptChange['parts']>()
  private readonly carrier: Carrier
  private isOpening = true
  /** The reading that came too late, while it may still go on; what it left undone is done when the board is here. */
  private late: Promise<unknown> | null = null
  private isStopped = false
  private madeHere = 0

  constructor(parts: OfflineBoardParts) {
    const { board, epoch, storage, owner, clock, saves, me, author } = parts
    this.parts = parts
    const words = (touched: readonly string[]): readonly string[] => unsavedWords(board, touched)
    const isSent = (): boolean => saves.isConnected
    this.kept = new KeptChanges({
      ...{ storage, owner, clock, words, isSent },
      onKept: () => saves.keptMore(),
    })
    this.carrier = new Carrier({
      ...{ board, epoch, saves, kept: this.kept },
      author: () => author('person'),
      mayEdit: () => can(me.get().role, 'edit'),
      isStopped: () => this.isStopped,
      onCarried: (id) => this.madeOffline.add(id),
      onLost: (changes, reason) => this.list(changes, reason),
    })
    saves.onSettled = (ids) => this.kept.settle(ids)
    saves.isKept = (id) => this.kept.isKept(id)
    board.doc.on('afterTransaction', this.handleTransaction)
  }

  /** Whether the board is closed to this page, and the next one goes on with what waits. */
  get comesAlong(): boolean {
    const state = this.parts.saves.state.get()
    return state.kind === 'closed' && whatBecomesOf(state.code) === 'kept' && this.kept.lasts.get()
  }

  /** What was not taken and not put away: where the board is forgotten, this page is the last that can tell it. */
  get lastRefusals(): readonly string[] {
    const state = this.parts.saves.state.get()
    if (state.kind !== 'closed' || whatBecomesOf(state.code) !== 'forgotten') return []
    return [...new Set(this.kept.refused.get().flatMap(({ words }) => words))]
  }

  /** Shows what this browser keeps, before anything is heard of the server: at most so long. Never rejects. */
  async open(): Promise<void> {
    let waiting: readonly KeptChange[] | null = null
    const opening = this.kept.load().then(async (loaded) => {
      if (!this.isOpening) return
      waiting = loaded
      await this.openCopy(loaded.length > 0)
    })
    const ended = await inTime(opening, ANSWERED_WITHIN_MS, this.parts.clock).catch(() => 'failed' as const)
    this.isOpening = false
    // A copy with a hole in it is worse than none.
    const givenUp = ended === undefined ? null : this.giveUpCopy()
    // Changes kept in memory alone are nothing that a copy could go on with later.
    if (ended === LATE && waiting) this.late = Promise.allSettled([opening, givenUp])
    waiting ??= await this.kept.goOnInMemory()
    if (!this.isStopped) this.restore(waiting)
  }

  /** Names a change of this page and keeps it. */
  note(transaction: Y.Transaction, touched: ReadonlySet<string>, update: Uint8Array): string {
    const { board, epoch, clock, saves } = this.parts
    const id = toChangeId(board.doc.clientID, ++this.madeHere)
    if (!saves.isConnected) this.madeOffline.add(id)
    const change: KeptChange = {
      id,
      epoch,
      at: this.carrier.nextAt(clock.now()),
      ...markOf(transaction),
      touched: [...touched],
      parts: this.read.get(transaction) ?? [],
      words: [],
      update,
      heirs: this.heirs.next(),
    }
    this.kept.add(change)
    this.carrier.hear([change])
    return id
  }

  /** The whole state has come: what this document does not hold is done anew on it. */
  async synced(): Promise<void> {
    if (this.late) void this.copyAfter(this.late)
    this.late = null
    await this.carrier.run()
    this.isWhole.set(true)
  }

  /** The board put something of this person back. True where it is kept for them to read; else it happened just now. */
  refused({ code, record }: Refusal): boolean {
    const isLate = this.kept.all.some(
      ({ id, touched }) => this.madeOffline.has(id) && touched.includes(record),
    )
    if (!isLate) return false
    this.kept.refuse([this.toRefused(record, code, unsavedWords(this.parts.board, [record]))])
    return true
  }

  /** The server will not have this document back. */
  closed(code: ErrorCode): void {
    const { saves } = this.parts
    if (saves.state.get().kind === 'closed') return
    const fate = whatBecomesOf(code)
    // A page sends nothing broken: where a backup was put in place, another document may have this number.
    const isOfAnother = fate === 'renewed' || code === 'invalid-document'
    if (isOfAnother && this.renew(code === 'epoch-changed')) return
    if (fate === 'forgotten') void this.forget()
    if (fate === 'listed' || fate === 'renewed') {
      this.list(this.kept.all, code)
      // What is listed for later is told there; else this page is all that has it.
      if (this.kept.lasts.get()) this.giveUp()
      else this.kept.settle(this.kept.all.map(({ id }) => id))
      void this.giveUpDocument(true)
    }
    saves.closed(code)
  }

  /** This person may not edit any more: what was not taken by then is not on the board, and must not look as if it were. */
  demoted(): void {
    const { saves } = this.parts
    if (!saves.hasUnsaved || this.renew(true)) return
    this.list(this.kept.all, 'not-allowed')
    this.giveUp()
  }

  /** The person lets go of what waits. */
  giveUp(): void {
    this.kept.settle(this.kept.all.map(({ id }) => id))
    this.parts.saves.forget()
  }

  /** Writes what waits at once: the page may be gone in a moment. */
  flush(): Promise<void> {
    return this.kept.flush()
  }

  async stop(): Promise<void> {
    if (this.isStopped) return
    this.isStopped = true
    this.isOpening = false
    this.cache?.stop()
    this.parts.board.doc.off('afterTransaction', this.handleTransaction)
    await this.kept.flush()
  }

  private renew(asWritten: boolean): boolean {
    const { renewal, saves } = this.parts
    if (!renewal.mayBegin()) return false
    saves.renewing()
    void this.giveUpDocument(asWritten).then(() => {
      // Whoever is removed is made a viewer first.
      if (saves.state.get().kind === 'renewing') renewal.begin((code) => this.closed(code))
    })
    return true
  }

  private readonly handleTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local) this.read.set(transaction, readChanges(this.parts.board, transaction))
  }

  private async openCopy(hasWaiting: boolean): Promise<void> {
    const { storage, owner, epoch, clock, board, me } = this.parts
    const isMine = (one: Owner): boolean => one.personId === owner.personId && one.boardId === owner.boardId
    const isOld = ({ usedAt }: KeptDocument): boolean => clock.now() - usedAt > UNUSED_MS
    // What somebody wrote who may not edit any more stands in their copy alone.
    const isStranded = hasWaiting && !can(me.get().role, 'edit')
    await storage.dropUnused(clock.now() - UNUSED_MS, owner)
    await storage.dropDocuments((one) => isMine(one) && (isStranded || one.epoch !== epoch || isOld(one)))
    if (!storage.lasts || !this.isOpening) return
    await storage.noteDocument({ ...owner, epoch, usedAt: clock.now() })
    if (!this.isOpening) return
    this.cache = new DocumentCache({
      name: documentName({ ...owner, epoch }),
      doc: board.doc,
      onFailed: () => void this.giveUpCopy(),
    })
    await this.cache.load()
  }

  /** A browser that was too busy to be read in time keeps a copy all the same. */
  private async copyAfter(late: Promise<unknown>): Promise<void> {
    await late
    if (this.isStopped || this.cache) return
    this.isOpening = true
    await this.openCopy(false).catch(() => this.giveUpCopy())
    this.isOpening = false
  }

  private async giveUpDocument(asWritten: boolean): Promise<void> {
    await Promise.all([
      this.kept.bringAlong(asWritten),
      inTime(this.giveUpCopy(), ANSWERED_WITHIN_MS, this.parts.clock),
    ])
  }

  /** A browser that cannot be read, or keeps nothing, does not matter to the board: the server has everything. */
  private async giveUpCopy(): Promise<void> {
    const { storage, owner, epoch } = this.parts
    this.cache?.stop()
    this.cache = null
    const name = documentName({ ...owner, epoch })
    await storage.dropDocuments((one) => documentName(one) === name).catch(() => undefined)
  }

  private async forget(): Promise<void> {
    this.kept.forget()
    this.cache?.stop()
    await this.parts.storage.forgetBoard(this.parts.owner.boardId).catch(() => undefined)
  }

  private restore(waiting: readonly KeptChange[]): void {
    const { board, epoch, saves } = this.parts
    const toUnsaved = ({ id, touched }: KeptChange) => ({ id, touched: new Set(touched) })
    const isHere = (change: KeptChange): boolean => change.epoch === epoch && isHeldBy(board, epoch, change)
    const elsewhere = waiting.filter((change) => !isHere(change))
    this.carrier.hear(waiting)
    this.carrier.add(elsewhere)
    for (const { id } of waiting) this.madeOffline.add(id)
    saves.restore(waiting.filter(isHere).map(toUnsaved), false)
    saves.restore(elsewhere.map(toUnsaved), true)
    if (board.meta.size > 0) saves.showKept()
  }

  private list(changes: readonly KeptChange[], reason: RefusalReason): void {
    const { board } = this.parts
    const inWords = ({ words, touched }: KeptChange): readonly string[] =>
      words.length > 0 ? words : unsavedWords(board, touched)
    // What the server has said of a thing stays as it said it.
    const told = new Set(this.kept.refused.get().flatMap(({ words }) => words))
    const untold = (change: KeptChange) => inWords(change).filter((line) => !told.has(line))
    const lost = latestOfEach(changes)
    this.kept.refuse(lost.map((change) => this.toRefused(change.id, reason, untold(change))))
  }

  private toRefused(id: string, reason: RefusalReason, words: readonly string[]): RefusedChange {
    return { id, at: this.parts.clock.now(), reason, words }
  }
}
