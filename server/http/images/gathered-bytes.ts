const FIRST_ROOM_BYTES = 1024

/** Bytes put together as they come: kept one by one, pieces take some hundred bytes each, however short they are. */
export class GatheredBytes {
  #room = new Uint8Array(0)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** How much memory they take. */
  get takes(): number {
    return this.#room.length
  }

  /** Takes a copy of this piece. */
  add(piece: Uint8Array): void {
    const length = this.#length + piece.length
    if (length > this.#room.length) {
      const larger = new Uint8Array(Math.max(FIRST_ROOM_BYTES, length, 2 * this.#room.length))
      larger.set(this.#room.subarray(0, this.#length))
      this.#room = larger
    }
    this.#room.set(piece, this.#length)
    this.#length = length
  }

  /** All of it, in memory of its own. */
  whole(): Uint8Array {
    return this.#room.slice(0, this.#length)
  }
}
