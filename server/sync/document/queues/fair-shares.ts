import type { PersonId } from '@/lib/ids'

/** Where work stands in the order; what ends first comes first. */
export interface Share {
  readonly begin: number
  readonly end: number
}

/**
 * Puts the work of many people in order, as if all that have some waiting worked side by side and equally fast: whoever
 * asks for little comes before whoever asks for much, of however many others, and everybody's turn comes.
 */
export class FairShares {
  readonly #ends = new Map<PersonId, number>()
  #reached = 0

  /** Says where so much work of a person stands: behind all that they asked for before. */
  place(personId: PersonId, work: number): Share {
    const begin = Math.max(this.#reached, this.#ends.get(personId) ?? 0)
    const end = begin + work
    this.#ends.set(personId, end)
    return { begin, end }
  }

  /** Work that begins there has its turn: whoever asks from now on begins no earlier. */
  reach(begin: number): void {
    this.#reached = Math.max(this.#reached, begin)
    for (const [personId, end] of this.#ends) if (end <= this.#reached) this.#ends.delete(personId)
  }
}
