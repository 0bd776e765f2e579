/** Whether a document has to stay as it is, since somebody reads it in pieces. */
export class Stillness {
  readonly #onEnd: () => void
  #kept: Promise<void> | null = null

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  /** Settles once nobody needs it as it is any more; null where nobody does. */
  get kept(): Promise<void> | null {
    return this.#kept
  }

  /** Keeps the document as it is while this works. One at a time. */
  async keep<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = work()
    const end = (): void => {
      this.#kept = null
      this.#onEnd()
    }
    this.#kept = done.then(end, end)
    return done
  }
}
