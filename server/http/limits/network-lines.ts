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
  /** On which something was, the one first that was heard or answered longest ago. */
  readonly #answered = new Set<Line>()
  /** Sockets of boards, the newest last. */
  readonly #sockets = new Set<Line>()
  /** Sockets whose end we have closed, and which the others may leave open for a while. */
  readonly #leaving = new Set<Line>()

  get isEmpty(): boolean {
    return this.#fresh.size + this.#answered.size + this.#sockets.size + this.#leaving.size === 0
  }

  /** Takes in a line that was just opened. */
  add(line: Line): void {
    this.#fresh.add(line)
  }

  /**
   * Something is asked for on this line. Where nothing was answered yet, that alone spares it nothing; nor has one become
   * a socket that asked for another protocol and is answered as if it had not.
   */
  noteRequest(line: Line): void {
    if (this.#sockets.delete(line)) this.#fresh.add(line)
    if (this.#answered.delete(line)) this.#answered.add(line)
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

  /** Nothing more is said on a line that was a socket: whoever was let in nowhere is spared no longer. */
  noteGoodbye(line: Line): void {
    if (this.#sockets.delete(line)) this.#leaving.add(line)
  }

  /** Forgets a line; says whether it was there. */
  delete(line: Line): boolean {
    const all = [this.#fresh, this.#answered, this.#sockets, this.#leaving]
    return all.some((lines) => lines.delete(line))
  }

  /** The line to cut for a newcomer, who may be of this network or of another: never a socket for one of its own. */
  findSpare(newcomer: Line): Line | undefined {
    const [left] = this.#leaving
    if (left) return left
    for (const line of this.#fresh) if (line !== newcomer) return line
    const [longestAgo] = this.#answered
    if (longestAgo) return longestAgo
    return this.#fresh.has(newcomer) ? newcomer : [...this.#sockets].at(-1)
  }
}
