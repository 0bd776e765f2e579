import { drawClientId } from '@/lib/board/document/draw-client-id'

/** So many changes of a page can be carried over as one: a document should not count a client for each letter. */
const TOGETHER = 16

/**
 * Draws the client ids under which the changes of a page would be carried over to another document: its own where a
 * change is the last of those that are carried over together, else that of a later one.
 */
export class Heirs {
  private left: readonly number[] = []

  /** Those of the next change, its own first. */
  next(): readonly number[] {
    if (this.left.length === 0) this.left = Array.from({ length: TOGETHER }, () => drawClientId())
    const drawn = this.left
    this.left = drawn.slice(1)
    return drawn
  }
}
