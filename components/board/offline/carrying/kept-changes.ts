import { atom, type Atom } from '@tldraw/state'
import type { Clock } from '../../sync/clock'
import { ANSWERED_WITHIN_MS, inTime, LATE } from '../storage/in-time'
import { memoryInsteadOf, takeFromMemory, type KeptInMemory } from '../storage/memory-instead'
import type {
  Kept,
  KeptChange,
  KeptWrite,
  OfflineStorage,
  Owner,
  RefusedChange,
} from '../storage/offline-storage'

/** What is acked sooner is never written. */
const WRITTEN_AFTER_MS = 50

export interface KeptChangesParts {
  readonly storage: OfflineStorage
  readonly owner: Owner
  readonly clock: Clock
  /** What these records and entities, as `<root>/<id>`, say now. */
  words(touched: readonly string[]): readonly string[]
  /** Whether what is done now is sent at once, as it is where this is left out. */
  isSent?(): boolean
  /** What `isKept` says may have changed. */
  onKept?(): void
}

/** The changes of one person on one board that are not known to be safe, written down so that they outlive the page. */
export class KeptChanges {
  /** What the board did not take, the oldest first. */
  readonly refused: Atom<readonly RefusedChange[]> = atom('refused changes', [])
  /** Whether what waits really outlives the page. */
  readonly lasts: Atom<boolean>
  private readonly parts: KeptChangesParts
  private storage: OfflineStorage
  private readonly known = new Map<string, KeptChange>()
  private readonly unwritten = new Set<string>()
  /** Those that the browser has not said to have, also while they are being written. */
  private readonly unsure = new Set<string>()
  private write: Writing = nothing()
  private underWay: Promise<void> = Promise.resolve()
  private callOff: (() => void) | null = null

  constructor(parts: KeptChangesParts) {
    this.parts = parts
    this.storage = parts.storage
    this.lasts = atom('kept changes last', parts.storage.lasts)
  }

  /** All that waits, the oldest first. */
  get all(): readonly KeptChange[] {
    return [...this.known.values()]
  }

  /** Whether this still waits. */
  has(id: string): boolean {
    return this.known.has(id)
  }

  /** Whether this is where it will be kept; what the page alone keeps always is. */
  isKept(id: string): boolean {
    return !this.lasts.get() || !this.unsure.has(id)
  }

  /** Reads what earlier pages left. Never rejects: a browser that cannot be read kept nothing, which is said. */
  async load(): Promise<readonly KeptChange[]> {
    const { storage } = this
    const kept = await storage.read(this.parts.owner).catch(() => null)
    if (storage !== this.storage) return []
    if (kept === null) this.lasts.set(false)
    const nothingKept: Kept = { changes: [], refused: [] }
    return this.takeUp(kept ?? nothingKept, takeFromMemory(storage, this.parts.owner))
  }

  /** Does without a browser that does not answer: what waits lives as long as the page. */
  goOnInMemory(): Promise<readonly KeptChange[]> {
    this.doWithoutBrowser()
    return this.load()
  }

  /**
   * Writes what is not written yet before another document takes the place of this one. Resolves soon: what a browser
   * that does not answer, or is full, may not have written down comes along in the memory of the page. What the server would not
   * have as it was written is done in another way from now on.
   */
  async bringAlong(asWritten: boolean): Promise<void> {
    const { clock } = this.parts
    const asked = this.flush().then(() => this.findTaken())
    const taken = await inTime(asked, ANSWERED_WITHIN_MS, clock)
    // A page that slept would do again what another one has done, and undo what others did since.
    if (taken !== LATE) for (const id of taken) this.known.delete(id)
    if (!asWritten)
      for (const change of this.all) this.add({ ...change, update: undefined, heirs: undefined })
    const flushed = taken === LATE ? LATE : await inTime(this.flush(), ANSWERED_WITHIN_MS, clock)
    if (flushed !== LATE && this.isWritten) return
    for (const id of this.known.keys()) this.unwritten.add(id)
    this.write.refused = [...this.refused.get()]
    this.doWithoutBrowser()
    await this.flush()
  }

  add(change: KeptChange): void {
    this.known.set(change.id, change)
    this.unwritten.add(change.id)
    this.unsure.add(change.id)
    this.plan()
  }

  /** These are safe, or given up. */
  settle(ids: readonly string[]): void {
    for (const id of ids) this.unsure.delete(id)
    const known = ids.filter((id) => this.known.delete(id))
    const written = known.filter((id) => !this.unwritten.delete(id))
    if (written.length + this.write.dropChanges.length + this.write.replaced.length === 0) return
    this.write.dropChanges.push(...written)
    this.plan()
  }

  /**
   * Hands over these to do them anew, once, without those that another page took meanwhile; what is added by then is
   * written in their place. Where `redo` answers false they stay. Resolves when no later page finds them any more, where
   * the browser lets go of them at all, and soon where it does not answer: when it does, it lets go of them.
   */
  async take(ids: readonly string[], redo: (changes: readonly KeptChange[]) => boolean): Promise<void> {
    let isRedone = null as boolean | null
    const begin = (taken: readonly KeptChange[]): Writing | null => {
      isRedone ??= redo(taken)
      if (!isRedone) return null
      for (const id of ids) this.known.delete(id)
      for (const id of ids) this.unwritten.delete(id)
      for (const id of ids) this.unsure.delete(id)
      return this.collect()
    }
    const asked = this.ask(ids, begin)
    if ((await inTime(asked, ANSWERED_WITHIN_MS, this.parts.clock)) !== LATE) return
    this.lasts.set(false)
    const made = isRedone === null ? begin(this.knownOf(ids)) : null
    if (made) this.giveBack({ ...made, replaced: [...made.replaced, ...ids] })
  }

  /** Asks the browser for them, which may call `begin` when all is done already. */
  private async ask(
    ids: readonly string[],
    begin: (taken: readonly KeptChange[]) => Writing | null,
  ): Promise<void> {
    await this.flush()
    const inMemory = this.knownOf(ids.filter((id) => this.unwritten.has(id)))
    const written = this.knownOf(ids.filter((id) => !this.unwritten.has(id)))
    let begun: Writing | null = null
    const { storage } = this
    try {
      await storage.take(
        this.parts.owner,
        written.map(({ id }) => id),
        // What came of them by then may be in memory alone, in place of a browser that answers after all.
        (taken) => (storage === this.storage ? (begun = begin([...taken, ...inMemory])) : null),
      )
      this.lasts.set(storage.lasts)
      if (begun) this.noteKept(begun)
    } catch {
      begun ??= begin([...written, ...inMemory])
      // They stay where they are until what was made of them can be written in their place, or is safe.
      const replaced = written.map(({ id }) => id)
      if (begun) this.giveBack({ ...begun, replaced: [...begun.replaced, ...replaced] })
    }
  }

  /** Reads what other pages have written since; null where the browser does not answer. Never rejects. */
  async readOthers(): Promise<readonly KeptChange[] | null> {
    const { storage, parts } = this
    const reading = storage.read(parts.owner).catch((): typeof LATE => LATE)
    const read = await inTime(reading, ANSWERED_WITHIN_MS, parts.clock)
    return read === LATE ? null : read.changes.filter(({ id }) => !this.known.has(id))
  }

  /** These, which another page wrote down, wait here too from now on. */
  goOnWith(changes: readonly KeptChange[]): void {
    for (const change of changes) this.known.set(change.id, change)
  }

  /** The board did not take these: their author is told in words, the latest of each. */
  refuse(refused: readonly RefusedChange[]): void {
    const fresh = new Map(refused.map((change) => [change.id, change]))
    for (const [id, { words }] of fresh) if (words.length === 0) fresh.delete(id)
    if (fresh.size === 0) return
    this.refused.update((before) => [...before.filter(({ id }) => !fresh.has(id)), ...fresh.values()])
    this.write.refused = [...this.write.refused.filter(({ id }) => !fresh.has(id)), ...fresh.values()]
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
    this.unsure.clear()
    this.write = nothing()
  }

  /** Writes what is not written yet. Never rejects: what could not be written is tried with the next change. */
  flush(): Promise<void> {
    this.callOff?.()
    this.callOff = null
    this.underWay = this.underWay.then(() => this.writeNow())
    return this.underWay
  }

  /** What was written down and is there no more. */
  private async findTaken(): Promise<readonly string[]> {
    const written = [...this.known.keys()].filter((id) => !this.unwritten.has(id))
    if (written.length === 0) return []
    const kept = await this.storage.read(this.parts.owner).catch(() => null)
    return kept ? written.filter((id) => !kept.changes.some((change) => change.id === id)) : []
  }

  private get isWritten(): boolean {
    return this.unwritten.size === 0 && isNothing(this.write)
  }

  private doWithoutBrowser(): void {
    this.storage = memoryInsteadOf(this.parts.storage)
    this.underWay = Promise.resolve()
    this.outlivesNothing()
  }

  private outlivesNothing(): void {
    this.lasts.set(false)
    this.parts.onKept?.()
  }

  private noteKept({ changes }: Writing): void {
    for (const { id } of changes) if (!this.unwritten.has(id)) this.unsure.delete(id)
    this.parts.onKept?.()
  }

  /** What the browser kept, and what the memory of the page did while it did not answer. */
  private takeUp(kept: Kept, inMemory: KeptInMemory): readonly KeptChange[] {
    const isElsewhere = (list: readonly { readonly id: string }[], id: string): boolean =>
      list.some((one) => one.id === id)
    const changes = inMemory.changes.filter(({ id }) => !isElsewhere(kept.changes, id))
    const refused = inMemory.refused.filter(({ id }) => !isElsewhere(kept.refused, id))
    const all = [...kept.changes.filter(({ id }) => !inMemory.replaced.includes(id)), ...changes]
    for (const change of all) this.known.set(change.id, change)
    for (const { id } of changes) this.unwritten.add(id)
    for (const { id } of changes) this.unsure.add(id)
    this.write.refused.push(...refused)
    this.write.replaced.push(...inMemory.replaced)
    this.refused.update((added) => [...kept.refused, ...refused, ...added])
    if (changes.length + refused.length > 0) this.plan()
    return all
  }

  private plan(): void {
    const { clock, isSent } = this.parts
    const afterMs = (isSent?.() ?? true) ? WRITTEN_AFTER_MS : 0
    this.callOff ??= clock.after(afterMs, () => void this.flush())
  }

  private async writeNow(): Promise<void> {
    const { storage } = this
    const write = this.collect()
    if (isNothing(write)) return
    try {
      const writing = storage.write(this.parts.owner, write)
      const answer = await inTime(writing, ANSWERED_WITHIN_MS, this.parts.clock)
      if (answer === LATE) this.outlivesNothing()
      await writing
      if (storage === this.storage) this.lasts.set(storage.lasts)
      this.noteKept(write)
    } catch {
      this.giveBack(write)
    }
  }

  /** What is not written yet, which is from now on under way. */
  private collect(): Writing {
    const ids = [...this.unwritten]
    for (const id of ids) this.inWords(id)
    const write = { ...this.write, changes: this.knownOf(ids) }
    this.unwritten.clear()
    this.write = nothing()
    return write
  }

  /** The browser is full, or took the database away. The page still has everything, and says so. */
  private giveBack({ changes, dropChanges, replaced, refused, dropRefused }: Writing): void {
    this.outlivesNothing()
    for (const { id } of changes) if (this.known.has(id)) this.unwritten.add(id)
    this.write.dropChanges.unshift(...dropChanges)
    this.write.replaced.unshift(...replaced)
    this.write.refused.unshift(...refused)
    this.write.dropRefused.unshift(...dropRefused)
  }

  private knownOf(ids: readonly string[]): KeptChange[] {
    return ids.flatMap((id) => this.known.get(id) ?? [])
  }

  private inWords(id: string): void {
    const change = this.known.get(id)
    if (change && change.words.length === 0)
      this.known.set(id, { ...change, words: this.parts.words(change.touched) })
  }
}

type Writing = { -readonly [Key in keyof Required<KeptWrite>]: Required<KeptWrite>[Key][number][] }

function nothing(): Writing {
  return { changes: [], dropChanges: [], replaced: [], refused: [], dropRefused: [] }
}

function isNothing(write: Writing): boolean {
  return Object.values(write).every(({ length }) => length === 0)
}
