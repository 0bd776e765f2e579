interface LastTurnOptions {
  /** How many of one kind are remembered; beyond that those are forgotten whose last turn lies furthest back. */
  readonly atMost: number
  /** How long each is. */
  readonly forMs: number
}

/** Who has had a turn, and in which order: who had none, or is forgotten, is as one who never had any. */
export class LastTurns {
  readonly #options: LastTurnOptions
  /** Whose last turn lies furthest back comes first. */
  readonly #turns = new Map<string, { readonly place: number; readonly atMs: number }>()
  #places = 0

  constructor(options: LastTurnOptions) {
    this.#options = options
  }

  /** The higher, the later they had their last turn; 0 for those who had none. */
  placeOf(name: string): number {
    return this.#turns.get(name)?.place ?? 0
  }

  /** Counts a turn at this time, in milliseconds of a clock that only goes on. */
  note(name: string, atMs: number): void {
    this.#turns.delete(name)
    this.#turns.set(name, { place: ++this.#places, atMs })
    for (const [oldest, turn] of this.#turns) {
      if (this.#turns.size <= this.#options.atMost && atMs - turn.atMs <= this.#options.forMs) return
      this.#turns.delete(oldest)
    }
  }
}
