import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadedBoard } from '../../storage/board-storage'
import type { Clock } from '../clock'
import { countStructs } from './is-overgrown'

const { DOCUMENT_BYTES, DOCUMENT_STRUCTS, RENEW_AT_ONCE_BYTES } = LIMITS

interface DocumentSizeOptions {
  readonly doc: Y.Doc
  readonly loaded: Pick<LoadedBoard, 'snapshot' | 'updates'>
  readonly clock: Clock
  /** Whether a document that takes about so much memory takes too much beside those of other boards. */
  isCrowding(memoryBytes: number): boolean
}

/**
 * How large a document is. Its structs are counted; its bytes are estimated from above as it is written to, and measured
 * only near their limit.
 */
export class DocumentSize {
  readonly #options: DocumentSizeOptions
  #atMostBytes: number
  #measuredBytes = 0
  #measuredAt = -Infinity

  constructor(options: DocumentSizeOptions) {
    const { snapshot, updates } = options.loaded
    this.#options = options
    this.#atMostBytes = updates.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0)
  }

  /** About how much memory it takes in this process. */
  get memoryBytes(): number {
    const structs = countStructs(this.#options)
    return structs * LIMITS.STRUCT_MEMORY_BYTES + this.#atMostBytes * LIMITS.CONTENT_MEMORY_TIMES
  }

  /** So many bytes were written to it; it grew by no more. */
  note(bytes: number): void {
    this.#atMostBytes += bytes
  }

  /** It is this large at this moment. */
  set(bytes: number): void {
    this.#measuredBytes = bytes
    this.#atMostBytes = bytes
  }

  /** Whether it has to be renewed where that makes it smaller. */
  isHuge(): boolean {
    return this.#takesTooMuch() || (this.#isOverBytes() && this.#atMostBytes > RENEW_AT_ONCE_BYTES)
  }

  /** Whether it is over one of its limits. */
  isFull(): boolean {
    return this.#takesTooMuch() || this.#isOverBytes()
  }

  #takesTooMuch(): boolean {
    return countStructs(this.#options) > DOCUMENT_STRUCTS || this.#isCrowding()
  }

  #isCrowding(): boolean {
    const { isCrowding } = this.#options
    if (!isCrowding(this.memoryBytes)) return false
    if (this.#atMostBytes !== this.#measuredBytes && this.#mayMeasure()) this.#measure()
    return isCrowding(this.memoryBytes)
  }

  #isOverBytes(): boolean {
    if (this.#atMostBytes > DOCUMENT_BYTES && this.#mayMeasure()) this.#measure()
    return this.#atMostBytes > DOCUMENT_BYTES
  }

  #measure(): void {
    this.#measuredAt = this.#options.clock.now()
    this.set(Y.encodeStateAsUpdate(this.#options.doc).length)
  }

  /**
   * Measuring takes longer than a tick may, so it is done only every few seconds; sooner where so much was written since
   * that most of it may be gone again.
   */
  #mayMeasure(): boolean {
    const isStale = this.#options.clock.now() - this.#measuredAt >= LIMITS.DOCUMENT_MEASURED_MS
    return isStale || this.#atMostBytes - this.#measuredBytes >= LIMITS.DOCUMENT_MEASURED_BYTES
  }
}
