/** Work in several transactions: whatever else was asked for comes between two of them. */
export type Steps<Answer = unknown> = Generator<undefined, Answer>

interface StepRunnerOptions {
  /** Runs before each step but the first: what others asked to be written meanwhile. */
  writeOthers(): void
  onDone(id: number, answer: unknown): void
  onFailed(id: number, error: unknown): void
}

/** Carries out calls that would hold up all others if they were one transaction. */
export class StepRunner {
  readonly #options: StepRunnerOptions
  readonly #underWay = new Map<number, Steps>()

  constructor(options: StepRunnerOptions) {
    this.#options = options
  }

  /** Does the first step now, and each further one once the others had their turn. */
  start(id: number, steps: Steps): void {
    this.#underWay.set(id, steps)
    this.#step(id, steps)
    if (this.#underWay.has(id)) this.#goOnLater(id, steps)
  }

  /** Does at once all that is left. */
  finish(): void {
    for (const [id, steps] of this.#underWay) while (this.#underWay.has(id)) this.#step(id, steps)
  }

  #goOnLater(id: number, steps: Steps): void {
    setImmediate(() => {
      if (!this.#underWay.has(id)) return
      this.#options.writeOthers()
      this.#step(id, steps)
      if (this.#underWay.has(id)) this.#goOnLater(id, steps)
    })
  }

  #step(id: number, steps: Steps): void {
    try {
      const { done, value } = steps.next()
      if (!done) return
      this.#underWay.delete(id)
      this.#options.onDone(id, value)
    } catch (error) {
      this.#underWay.delete(id)
      this.#options.onFailed(id, error)
    }
  }
}

/** Whether a call is answered in steps. */
export function isSteps(answer: unknown): answer is Steps {
  return typeof answer === 'object' && answer !== null && 'next' in answer && 'throw' in answer
}
