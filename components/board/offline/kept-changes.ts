import { atom, type Atom } from '@tldraw/state'
import type { Clock } from '../sync/clock'
import type { KeptChange, KeptWrite, OfflineStorage, Owner, RefusedChange } from './offline-storage'

/** What is acked sooner is never written. */
const WRITTEN_AFTER_MS = 50

export interface KeptChangesParts {
  readonly storage: OfflineStorage
  readonly owner: Owner
  readonly clock: Clock
  /** What these records and entities, as `<root>/<id>`, say now. */
  words(touched: readonly string[]): readonly string[]
}

/** The changes of one person on one board that are not known to be safe, written down so that they outlive the page. */
export class KeptChanges {
  /** What the board did not take, the oldest first. */
  readonly refused: Atom<readonly RefusedChange[]> = atom('refused changes', [])
  /** Whether what waits really outlives the page. */
  readonly lasts: Atom<boolean>
  private readonly parts: KeptChangesParts
  private readonly known = new Map<string, KeptChange>()
  private readonly unwritten = new Set<string>()
  private write: Writing = nothing()
  private underWay: Promise<void> = Promise.resolve()
  private callOff: (() => void) | null = null

  constructor(parts: KeptChangesParts) {
    this.parts = parts
    this.lasts = atom('kept changes last', parts.storage.lasts)
  }

  /** All that waits, the oldest first. */
  get all(): readonly KeptChange[] {
    return [...this.known.values()]
  }

  /** Reads what earlier pages left. */
  async load(): Promise<readonly KeptChange[]> {
    const { changes, refused } = await this.parts.storage.read(this.parts.owner)
    for (const change of changes) this.known.set(change.id, change)
    this.refused.update((added) => [...refused, ...added])
    return changes
  }

  add(change: KeptChange): void {
    this.known.set(change.id, change)
    this.unwritten.add(change.id)
    this.plan()
  }

  /** These are safe, or given up. */
  settle(ids: readonly string[]): void {
    const known = ids.filter((id) => this.known.delete(id))
    const written = known.filter((id) => !this.unwritten.delete(id))
    if (written.length === 0) return
    this.write.dropChanges.push(...written)
    this.plan()
  }

  /** Takes these back to do them anew; what another page took meanwhile is not among the answer. */
  async take(ids: readonly string[]): Promise<readonly KeptChange[]> {
    await this.flush()
    const inMemory = ids.flatMap((id) => (this.unwritten.has(id) ? (this.known.get(id) ?? []) : []))
    const written = ids.filter((id) => !this.unwritten.has(id))
    for (const id of ids) this.known.delete(id)
    for (const id of ids) this.unwritten.delete(id)
    const taken = written.length > 0 ? await this.parts.storage.take(this.parts.owner, written) : []
    return [...taken, ...inMemory]
  }

  /** The board did not take these: their author is told in words. */
  refuse(refused: readonly RefusedChange[]): void {
    const known = new Set(this.refused.get().map(({ id }) => id))
    const fresh = new Map(refused.map((change) => [change.id, change]))
    for (const [id, { words }] of fresh) if (words.length === 0 || known.has(id)) fresh.delete(id)
    if (fresh.size === 0) return
    this.refused.update((before) => [...before, ...fresh.values()])
    this.write.refused.push(...fresh.values())
    this.plan()
  }

  /** The person has read what was refused. */
  dismissRefused(): void {
    this.write.dropRefused.push(...this.refused.get().map(({ id }) => id))
    this.write.refused = []
    this.refused.set([])
    this.plan()
  }

  /** Lets go of everything without writing anything more. */
  forget(): void {
    this.known.clear()
    this.unwritten.clear()
    this.write = nothing()
  }

  /** Writes what is not written yet. Never rejects: what could not be written is tried with the next change. */
  flush(): Promise<void> {
    this.callOff?.()
    this.callOff = null
    this.underWay = this.underWay.then(() => this.writeNow())
    return this.underWay
  }

  private plan(): void {
    this.callOff ??= this.parts.clock.after(WRITTEN_AFTER_MS, () => void this.flush())
  }

  private async writeNow(): Promise<void> {
    const { storage, owner } = this.parts
    const ids = [...this.unwritten]
    for (const id of ids) this.inWords(id)
    const changes = ids.flatMap((id) => this.known.get(id) ?? [])
    const write = { ...this.write, changes }
    if (Object.values(write).every(({ length }) => length === 0)) return
    this.unwritten.clear()
    this.write = nothing()
    try {
      await storage.write(owner, write)
      this.lasts.set(storage.lasts)
    } catch {
      // The browser is full, or took the database away. The page still has everything, and says so.
      this.lasts.set(false)
      for (const id of ids) if (this.known.has(id)) this.unwritten.add(id)
      this.write.refused.unshift(...write.refused)
      this.write.dropChanges.unshift(...write.dropChanges)
      this.write.dropRefused.unshift(...write.dropRefused)
    }
  }

  private inWords(id: string): void {
    const change = this.known.get(id)
    if (change && change.words.length === 0)
      this.known.set(id, { ...change, words: this.parts.words(change.touched) })
  }
}

type Writing = { -readonly [Key in keyof Required<KeptWrite>]: Required<KeptWrite>[Key][number][] }

function nothing(): Writing {
  return { changes: [], dropChanges: [], refused: [], dropRefused: [] }
}
