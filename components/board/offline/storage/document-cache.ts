import type * as Y from 'yjs'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'

/** A list of so many updates is written anew as one; y-indexeddb does it by itself only in a quiet second. */
const REWRITE_AFTER_UPDATES = 2_000

export interface DocumentCacheParts {
  readonly name: string
  readonly doc: Y.Doc
  /** The browser takes no more, or took it away: from now on nothing of the document is kept. */
  onFailed(): void
}

/** The copy of one document in this browser: read once, then written with every change. */
export class DocumentCache {
  private readonly parts: DocumentCacheParts
  private readonly persistence: IndexeddbPersistence
  private readonly failure: Promise<'failed'>
  private fail: () => void = () => undefined
  private isStopped = false
  private updates = 0

  /** Begins to read at once; the database has to be one that opens. */
  constructor(parts: DocumentCacheParts) {
    this.parts = parts
    this.persistence = new IndexeddbPersistence(parts.name, parts.doc)
    this.failure = new Promise((resolve) => (this.fail = () => resolve('failed')))
    parts.doc.on('update', this.handleUpdate)
    // Its own promise is left to it: this one is caught.
    void this.persistence._db.then(
      (database) => this.watch(database),
      () => this.handleFailure(),
    )
  }

  /** Resolves when what was kept stands in the document, or when it is known not to come. */
  async load(): Promise<void> {
    await Promise.race([this.persistence.whenSynced, this.failure])
  }

  /** Ends the writing; the copy stays. A database that never opens is not waited for. */
  stop(): void {
    if (this.isStopped) return
    this.isStopped = true
    this.parts.doc.off('update', this.handleUpdate)
    void this.persistence.destroy().catch(() => undefined)
  }

  /** A list that only grew while others worked would take longer to read each time. */
  private readonly handleUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.persistence || ++this.updates < REWRITE_AFTER_UPDATES) return
    this.updates = 0
    void storeState(this.persistence).catch(() => this.handleFailure())
  }

  private watch(database: IDBDatabase): void {
    // After any of these, y-indexeddb would throw at whoever changes the document next.
    for (const event of ['abort', 'close', 'versionchange'])
      database.addEventListener(event, () => this.handleFailure())
    const onError = (event: Event): void => {
      // Before it hears of it itself: its promises have nobody who would catch them.
      event.stopPropagation()
      this.handleFailure()
    }
    database.addEventListener('error', onError, { capture: true })
  }

  private handleFailure(): void {
    if (this.isStopped) return
    this.stop()
    this.fail()
    this.parts.onFailed()
  }
}
