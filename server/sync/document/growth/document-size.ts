import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadedBoard } from '../../../storage/board-storage'
import type { Clock } from '../../clock'
import { countDocumentStructs } from './count-document'
import { weighContent } from './weigh-content'

const { DOCUMENT_BYTES, DOCUMENT_MEMORY_BYTES, DOCUMENT_STRUCTS, RENEW_AT_ONCE_BYTES } = LIMITS

interface DocumentSizeOptions {
  readonly doc: Y.Doc
  readonly loaded: Pick<LoadedBoard, 'snapshot' | 'updates'>
  readonly clock: Clock
  /** What its content takes of the memory, where that is known. */
  readonly contentBytes?: number
  /** Whether a document that takes about so much memory takes too much beside those of other boards. */
  isCrowding(memoryBytes: number): boolean
}

/**
 * How large a document is. Its structs are counted; its bytes, and what these take of the memory, are estimated from
 * above as it is written to, and measured only near their limits and with every snapshot.
 */
export class DocumentSize {
  readonly #options: DocumentSizeOptions
  #atMostBytes: number
  #measuredBytes: number
  /** Whether nothing was written since it was measured. */
  #isExact = false
  /** What its content took of the memory when it was weighed last; null where that is to be weighed anew. */
  #contentBytes: number | null
  /** How large it was then, at most. */
  #weighedAtBytes: number
  #measuredAt = -Infinity

  constructor(options: DocumentSizeOptions) {
    const { snapshot, updates } = options.loaded
    this.#options = options
    this.#atMostBytes = updates.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0)
    this.#measuredBytes = this.#atMostBytes
    this.#weighedAtBytes = this.#atMostBytes
    this.#contentBytes = options.contentBytes ?? weighContent(options.doc)
  }

  /** About how much memory it takes in this process. */
  get memoryBytes(): number {
    const { STRUCT_MEMORY_BYTES, CONTENT_MEMORY_TIMES } = LIMITS
    const weighedBytes = this.#weigh()
    const writtenBytes = this.#atMostBytes - this.#weighedAtBytes
    const contentBytes = weighedBytes + writtenBytes * CONTENT_MEMORY_TIMES
    return countDocumentStructs(this.#options) * STRUCT_MEMORY_BYTES + contentBytes
  }

  /** So many bytes were written to it; it grew by no more. */
  note(bytes: number): void {
    this.#atMostBytes += bytes
    this.#isExact = false
  }

  /** It is this large at this moment. Its content is weighed once somebody asks: of a board that is let go nobody does. */
  set(bytes: number): void {
    this.#measuredBytes = bytes
    this.#atMostBytes = bytes
    this.#isExact = true
    this.#contentBytes = null
  }

  /** How many bytes it has at this moment; measured only where that is not known. */
  exactBytes(): number {
    if (!this.#isExact) this.#measure()
    return this.#measuredBytes
  }

  /** Whether it has to be renewed where that makes it smaller. */
  isHuge(): boolean {
    return this.#takesTooMuch() || (this.#isOverBytes() && this.#atMostBytes > RENEW_AT_ONCE_BYTES)
  }

  /** Whether it is over one of its limits. */
  isFull(): boolean {
    return this.#takesTooMuch() || this.#isOverBytes()
  }

  #weigh(): number {
    if (this.#contentBytes === null) {
      this.#contentBytes = weighContent(this.#options.doc)
      this.#weighedAtBytes = this.#atMostBytes
    }
    return this.#contentBytes
  }

  #takesTooMuch(): boolean {
    return countDocumentStructs(this.#options) > DOCUMENT_STRUCTS || this.#isOverMemory()
  }

  #isOverMemory(): boolean {
    const { isCrowding } = this.#options
    const isOver = (): boolean => this.memoryBytes > DOCUMENT_MEMORY_BYTES || isCrowding(this.memoryBytes)
    if (!isOver()) return false
    if (this.#atMostBytes !== this.#measuredBytes && this.#mayMeasure()) this.#measure()
    return isOver()
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
