import { atom, computed, transact, type Atom, type Signal } from '@tldraw/state'
import type { ErrorCode } from '@/lib/errors'
import type { SaveState } from '../board-client'

/** A change that is not known to be safe on the server. */
export interface UnsavedChange {
  readonly id: string
  /** What it changed, as `<root>/<id>`. */
  readonly touched: ReadonlySet<string>
}

interface WaitingChange extends UnsavedChange {
  /** Number of the frame it travelled in, on this connection; null while it was not sent. */
  frame: number | null
  /** It is not in this document: nothing that is sent carries it. */
  readonly isElsewhere: boolean
}

/**
 * Knows which of this page's changes are safe on the server's disk. It is told what happens and says what may be
 * shown; "saved" needs a synced connection, every change sent and every counted frame acked.
 */
export class SaveTracker {
  readonly state: Signal<SaveState>
  /** True once the whole state has arrived, and from then on. */
  readonly everSynced: Atom<boolean> = atom('ever synced', false)
  /** True while what is shown comes from this browser, or came from the server. */
  readonly hasDocument: Atom<boolean> = atom('has document', false)
  /** True while the canvas shows what it writes only in a moment: nothing is called saved before. */
  readonly isHeldBack: Atom<boolean> = atom('is held back', false)
  /** These changes need nobody any more: they are safe. */
  onSettled: (ids: readonly string[]) => void = () => undefined
  /** Whether a change is where it is kept by now: no other is said to be. */
  isKept: (id: string) => boolean = () => true
  private readonly shown: Atom<SaveState> = atom<SaveState>('save state', { kind: 'connecting' })
  private waiting: WaitingChange[] = []
  private sentFrames = 0
  private ackedFrames = 0
  private connected = false
  private synced = false
  private storageFails = false
  private hasFailed = false
  private isAnswered = false
  private closedBy: ErrorCode | null = null
  private isRenewing = false
  /** The change whose frame is about to be sent. */
  private latest: WaitingChange | null = null

  constructor() {
    this.state = computed('told save state', () => {
      const state = this.shown.get()
      return state.kind === 'saved' && this.isHeldBack.get() ? { kind: 'saving' } : state
    })
  }

  /** Frames sent on this connection that the server has not yet said to be safe. */
  get unackedFrames(): number {
    return Math.max(0, this.sentFrames - this.ackedFrames)
  }

  get hasUnsaved(): boolean {
    return this.waiting.length > 0 || this.unackedFrames > 0
  }

  /** Whether something exists in this page alone: it may still get to the server, or be copied by hand. */
  get isWorthKeeping(): boolean {
    return this.closedBy === null ? this.hasUnsaved || this.isHeldBack.get() : this.waiting.length > 0
  }

  /** What the changes that are not known to be safe touched, each once, as `<root>/<id>`, in the order of changing. */
  get unsaved(): readonly string[] {
    return [...new Set(this.waiting.flatMap(({ touched }) => [...touched]))]
  }

  /** Whether a change made now goes out at once. */
  get isConnected(): boolean {
    return this.connected
  }

  /** A change comes into this document; one that waited elsewhere waits here from now on. */
  localChange(touched: ReadonlySet<string> = new Set(), id = ''): void {
    this.latest = { id, touched, frame: null, isElsewhere: false }
    const isOther = (one: WaitingChange): boolean => !one.isElsewhere || one.id !== id
    this.waiting = [...this.waiting.filter(isOther), this.latest]
    this.show()
  }

  /** What an earlier page or an earlier document left unsaved; `isElsewhere` where this document does not hold it. */
  restore(changes: readonly UnsavedChange[], isElsewhere: boolean): void {
    this.waiting = [...changes.map((change) => ({ ...change, frame: null, isElsewhere })), ...this.waiting]
    this.show()
  }

  /** These wait no more: they were done anew, or given up. */
  drop(ids: ReadonlySet<string>): void {
    this.waiting = this.waiting.filter(({ id }) => !ids.has(id))
    this.show()
  }

  /** A copy kept in this browser is shown. */
  showKept(): void {
    transact(() => {
      this.hasDocument.set(true)
      this.show()
    })
  }

  /** An attempt to connect came to nothing; the server may have said that it is busy. */
  connectFailed({ isAnswered = false } = {}): void {
    this.hasFailed = true
    this.isAnswered = isAnswered
    this.show()
  }

  /** The document is given up and another one takes its place. */
  renewing(): void {
    this.isRenewing = true
    this.show()
  }

  socketMade(): void {
    this.sentFrames = 0
    this.ackedFrames = 0
    this.storageFails = false
    this.latest = null
    for (const change of this.waiting) change.frame = null
    this.show()
  }

  /**
   * An update carries the change just made, if any; a step2 carries everything that is not on the server's disk. Where
   * it is empty, all of it is.
   */
  frameSent(kind: 'step2' | 'update', counts: boolean): void {
    if (counts) this.sentFrames++
    const carried = kind === 'step2' ? this.waiting : [this.latest]
    this.latest = null
    for (const change of carried) if (change && !change.isElsewhere) change.frame ??= this.sentFrames
    this.settle()
  }

  acked(frames: number): void {
    // An ack beyond what was sent would vouch for frames that do not exist yet.
    this.ackedFrames = Math.max(this.ackedFrames, Math.min(frames, this.sentFrames))
    this.settle()
  }

  connection(state: { connected: boolean; synced: boolean }): void {
    this.connected = state.connected
    this.synced = state.connected && state.synced
    if (!state.connected) for (const change of this.waiting) change.frame = null
    transact(() => {
      if (this.synced) this.everSynced.set(true)
      if (this.synced) this.hasDocument.set(true)
      this.show()
    })
  }

  storage(state: 'failing' | 'working'): void {
    this.storageFails = state === 'failing'
    this.show()
  }

  closed(code: ErrorCode): void {
    this.closedBy = code
    this.show()
  }

  /** What waits will never be taken: its author may no longer edit, or has given it up. */
  forget(): void {
    this.waiting = []
    this.ackedFrames = this.sentFrames
    this.show()
  }

  /** More of what waits is kept. */
  keptMore(): void {
    this.show()
  }

  private settle(): void {
    const isSafe = ({ frame }: WaitingChange): boolean => frame !== null && frame <= this.ackedFrames
    const settled = this.waiting.filter(isSafe)
    this.waiting = this.waiting.filter((change) => !isSafe(change))
    if (settled.length > 0) this.onSettled(settled.map(({ id }) => id))
    this.show()
  }

  private show(): void {
    const next = this.current()
    const shown = this.shown.get()
    if (JSON.stringify(next) !== JSON.stringify(shown)) this.shown.set(next)
  }

  private countKept(): number {
    return countChanges(this.waiting.filter(({ id }) => this.isKept(id)))
  }

  private current(): SaveState {
    if (this.closedBy) return { kind: 'closed', code: this.closedBy }
    if (this.isRenewing) return { kind: 'renewing' }
    const [changes, everSynced] = [this.countKept(), this.everSynced.get()]
    const isKept = this.hasDocument.get() && !everSynced
    const isOffline = everSynced || (isKept && this.hasFailed)
    if (!this.connected && isOffline) return { kind: 'offline', changes }
    if (this.connected && this.storageFails) return { kind: 'cannot-save' }
    if (isKept) return { kind: 'unsynced', changes }
    if (!this.connected) return { kind: this.hasFailed && !this.isAnswered ? 'unreachable' : 'connecting' }
    if (this.hasUnsaved && everSynced) return { kind: 'saving' }
    return this.synced ? { kind: 'saved' } : { kind: 'connecting' }
  }
}

/** As people count: what is done to the same thing, one letter after the other, is one change. */
function countChanges(waiting: readonly WaitingChange[]): number {
  return waiting.filter(({ touched }, at) => touched.size === 0 || !isSame(touched, waiting[at - 1]?.touched))
    .length
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  return one.size === other?.size && [...one].every((key) => other.has(key))
}
