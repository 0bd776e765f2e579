import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadedBoard } from '../../storage/board-storage'
import type { Clock } from '../clock'

interface DocumentSizeOptions {
  readonly doc: Y.Doc
  readonly loaded: LoadedBoard
  readonly clock: Clock
}

/** How large a document is: estimated from above as it is written to, measured only near its limit. */
export class DocumentSize {
  readonly #options: DocumentSizeOptions
  #atMostBytes: number
  #measuredAt = -Infinity

  constructor(options: DocumentSizeOptions) {
    const { snapshot, updates } = options.loaded
    this.#options = options
    this.#atMostBytes = updates.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0)
  }

  /** So many bytes were written to it; it grew by no more. */
  note(bytes: number): void {
    this.#atMostBytes += bytes
  }

  /** It is this large at this moment. */
  set(bytes: number): void {
    this.#atMostBytes = bytes
  }

  /** Whether it has grown so far beyond its limit that it has to be renewed. */
  isHuge(): boolean {
    return this.isFull() && this.#atMostBytes > LIMITS.RENEW_AT_ONCE_BYTES
  }

  /** Whether it is over its limit. Measuring takes longer than a tick may, so it is done only every few seconds. */
  isFull(): boolean {
    const { doc, clock } = this.#options
    const isStale = clock.now() - this.#measuredAt >= LIMITS.DOCUMENT_MEASURED_MS
    if (this.#atMostBytes > LIMITS.DOCUMENT_BYTES && isStale) {
      this.#measuredAt = clock.now()
      this.#atMostBytes = Y.encodeStateAsUpdate(doc).length
    }
    return this.#atMostBytes > LIMITS.DOCUMENT_BYTES
  }
}
