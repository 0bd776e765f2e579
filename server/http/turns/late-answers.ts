/** An answer as far as it can be cut. */
export interface LateAnswer {
  destroy(): void
}

interface Network {
  bytes: number
  /** How many bytes each holds, the newest last. */
  readonly answers: Map<LateAnswer, number>
}

/**
 * Answers that are read slowly or never. All of them together hold no more than so many bytes: beyond that the newest of
 * the network with most is cut.
 */
export class LateAnswers {
  readonly #mostBytes: number
  readonly #networks = new Map<string, Network>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  add(name: string, answer: LateAnswer, bytes: number): void {
    const network = this.#networks.get(name) ?? { bytes: 0, answers: new Map<LateAnswer, number>() }
    this.#networks.set(name, network)
    network.answers.set(answer, bytes)
    network.bytes += bytes
    this.#bytes += bytes
    while (this.#bytes > this.#mostBytes) this.#cutNewestOfFullest()
  }

  /** Forgets an answer that has left or was cut. */
  remove(name: string, answer: LateAnswer): void {
    const network = this.#networks.get(name)
    const bytes = network?.answers.get(answer)
    if (!network || bytes === undefined) return
    network.answers.delete(answer)
    network.bytes -= bytes
    this.#bytes -= bytes
    if (network.answers.size === 0) this.#networks.delete(name)
  }

  #cutNewestOfFullest(): void {
    const [fullest] = [...this.#networks].sort(([, one], [, other]) => other.bytes - one.bytes)
    if (!fullest) return
    const [name, { answers }] = fullest
    const newest = [...answers.keys()].at(-1)
    if (!newest) return
    this.remove(name, newest)
    newest.destroy()
  }
}
