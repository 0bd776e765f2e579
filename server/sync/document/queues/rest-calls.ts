/** What waits for a document to come to rest. */
export class RestCalls {
  #waiting: (() => void)[] = []

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  push(run: () => void): void {
    this.#waiting.push(run)
  }

  /** Runs all that wait, the oldest first. What one of them throws comes last: nobody behind it may wait for ever. */
  runAll(): void {
    let broken: { readonly cause: unknown } | null = null
    for (const run of this.#waiting.splice(0)) {
      try {
        run()
      } catch (cause) {
        broken = { cause }
      }
    }
    if (broken) throw broken.cause
  }
}
