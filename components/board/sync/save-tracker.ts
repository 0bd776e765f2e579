import { atom, type Atom, type Signal } from '@tldraw/state'
import type { ErrorCode } from '@/lib/errors'
import type { SaveState } from '../board-client'

/** Number of the frame a local change travelled in, on this connection; null while it was not sent. */
interface WaitingChange {
  frame: number | null
  /** What it changed, as `<root>/<id>`. */
  readonly touched: ReadonlySet<string>
}

/**
 * Knows which of this page's changes are safe on the server's disk. It is told what happens and says what may be
 * shown; "saved" needs a synced connection, every change sent and every counted frame acked.
 */
export class SaveTracker {
  readonly state: Signal<SaveState>
  /** True once the whole state has arrived, and from then on. */
  readonly everSynced: Atom<boolean> = atom('ever synced', false)
  private readonly shown: Atom<SaveState> = atom<SaveState>('save state', { kind: 'connecting' })
  private waiting: WaitingChange[] = []
  private sentFrames = 0
  private ackedFrames = 0
  private connected = false
  private synced = false
  private storageFails = false
  private closedBy: ErrorCode | null = null

  constructor() {
    this.state = this.shown
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
    return this.closedBy === null ? this.hasUnsaved : this.waiting.length > 0
  }

  /** What the changes that are not known to be safe touched, each once, as `<root>/<id>`, in the order of changing. */
  get unsaved(): readonly string[] {
    return [...new Set(this.waiting.flatMap(({ touched }) => [...touched]))]
  }

  localChange(touched: ReadonlySet<string> = new Set()): void {
    this.waiting.push({ frame: null, touched })
    this.show()
  }

  socketMade(): void {
    this.sentFrames = 0
    this.ackedFrames = 0
    this.storageFails = false
    for (const change of this.waiting) change.frame = null
    this.show()
  }

  /** An update carries the change just made; a step2 carries everything the server lacks. */
  frameSent(kind: 'step2' | 'update', counts: boolean): void {
    if (counts) this.sentFrames++
    const carried = kind === 'step2' ? this.waiting : this.waiting.slice(-1)
    for (const change of carried) change.frame ??= this.sentFrames
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
    if (this.synced) this.everSynced.set(true)
    if (!state.connected) for (const change of this.waiting) change.frame = null
    this.show()
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

  private settle(): void {
    this.waiting = this.waiting.filter((change) => change.frame === null || change.frame > this.ackedFrames)
    this.show()
  }

  private show(): void {
    const next = this.current()
    const shown = this.shown.get()
    if (JSON.stringify(next) !== JSON.stringify(shown)) this.shown.set(next)
  }

  private current(): SaveState {
    if (this.closedBy) return { kind: 'closed', code: this.closedBy }
    if (!this.connected) {
      return this.everSynced.get()
        ? { kind: 'offline', changes: this.waiting.length }
        : { kind: 'connecting' }
    }
    if (this.storageFails) return { kind: 'cannot-save' }
    if (this.hasUnsaved && this.everSynced.get()) return { kind: 'saving' }
    return this.synced ? { kind: 'saved' } : { kind: 'connecting' }
  }
}
