/** One measured number, with what it may be at most and what the same run measured without Contour. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'Mbit/s' | 'per second' | 'times' | '% of a core' | 'bytes'
  /** The value may be this at most. */
  readonly budget?: number
  /** The same thing without Contour, in the same unit and the same run: machines differ, ratios less so. */
  readonly baseline?: number
  /** Why the figure does not count, such as a load generator that could not keep up. */
  readonly invalid?: string
}

/** What a bench is given. */
export interface BenchWorld {
  /** A Chromium that starts on this machine. */
  readonly browserPath: string
  say(line: string): void
}

export type Bench = (world: BenchWorld) => Promise<readonly Figure[]>

export function missesBudget({ value, budget, invalid }: Figure): boolean {
  return budget !== undefined && invalid === undefined && value > budget
}

/** Whether it is not known if the budget is held. */
export function countsForNothing({ budget, invalid }: Figure): boolean {
  return budget !== undefined && invalid !== undefined
}

/** The value below which this share of the samples lies; NaN where there are none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
