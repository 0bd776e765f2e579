/** A line as far as it can be cut. */
export interface Line {
  destroy(): void
}

/**
 * The lines of one network, in the order in which they make room: whoever only opens lines, or says what they say without
 * end, keeps no neighbour under the same address from opening one.
 */
export class NetworkLines {
  /** On which nothing was answered yet, the oldest first. */
  readonly #fresh = new Set<Line>()
  /** On which something was, the one first where that is longest ago. */
  readonly #answered = new Set<Line>()
  /** Sockets of boards, the newest last. */
  readonly #sockets = new Set<Line>()

  get isEmpty(): boolean {
    return this.#fresh.size + this.#answered.size + this.#sockets.size === 0
  }

  /** Takes in a line that was just opened. */
  add(line: Line): void {
    this.#fresh.add(line)
  }

  /** Something that was asked for on this line has been answered. */
  noteAnswer(line: Line): void {
    if (!this.#fresh.delete(line) && !this.#answered.delete(line)) return
    this.#answered.add(line)
  }

  /** This line has become a socket of a board. */
  noteSocket(line: Line): void {
    if (this.#fresh.delete(line) || this.#answered.delete(line)) this.#sockets.add(line)
  }

  /** Forgets a line; says whether it was there. */
  delete(line: Line): boolean {
    return this.#fresh.delete(line) || this.#answered.delete(line) || this.#sockets.delete(line)
  }

  /** The line to cut for a newcomer, who may be of this network or of another: never a socket for one of its own. */
  findSpare(newcomer: Line): Line | undefined {
    for (const line of this.#fresh) if (line !== newcomer) return line
    const [longestAgo] = this.#answered
    if (longestAgo) return longestAgo
    return this.#fresh.has(newcomer) ? newcomer : [...this.#sockets].at(-1)
  }
}
