/** Runs a task for each person at a steady rate, the people spread evenly over the interval. */
export class PacedLoop {
  private readonly people: number
  private readonly intervalMs: number
  private readonly run: (person: number) => void
  private readonly dueAt: number[]
  private timer: NodeJS.Timeout | undefined
  /** How late each run was. */
  latenessMs: number[] = []

  constructor(options: { people: number; perSecond: number; run: (person: number) => void }) {
    this.people = options.people
    this.intervalMs = 1000 / options.perSecond
    this.run = options.run
    const now = performance.now()
    this.dueAt = Array.from(
      { length: this.people },
      (_, person) => now + (person / this.people) * this.intervalMs,
    )
  }

  start(): void {
    const turn = (): void => {
      this.timer = setTimeout(turn, 1)
      for (let person = 0; person < this.people; person++) this.runIfDue(person, performance.now())
    }
    turn()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private runIfDue(person: number, now: number): void {
    const due = this.dueAt[person] ?? Infinity
    if (due > now) return
    this.latenessMs.push(now - due)
    this.dueAt[person] = due + this.intervalMs
    this.run(person)
  }
}
