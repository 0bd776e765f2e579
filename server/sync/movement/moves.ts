import { encodeLaneRelay } from '@/lib/sync/lane-frames'

/** The gestures of one tick. Whoever made none of them shares one buffer with all the others who did not. */
export class Moves {
  readonly #bySender: ReadonlyMap<number, readonly Uint8Array[]>
  #toOnlookers: Uint8Array | null = null

  /** `bySender` holds the parts of the message, by the connection they came from. */
  constructor(bySender: ReadonlyMap<number, readonly Uint8Array[]>) {
    this.#bySender = bySender
  }

  /** The one message that tells a connection what the others did; null where that is nothing. */
  frameFor(connectionId: number): Uint8Array | null {
    const isSender = this.#bySender.has(connectionId)
    if (this.#bySender.size - (isSender ? 1 : 0) === 0) return null
    if (!isSender) return (this.#toOnlookers ??= encodeLaneRelay([...this.#bySender.values()].flat()))
    const others = [...this.#bySender].filter(([sender]) => sender !== connectionId)
    return encodeLaneRelay(others.flatMap(([, parts]) => parts))
  }
}
