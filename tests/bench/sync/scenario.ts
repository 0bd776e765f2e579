import type { Contestant, ContestantId } from './contestants'
import type { RunningServer } from './running-server'

/** What is measured stands in a column: a server, or ours as the product uses it. */
export type ColumnId = ContestantId | 'contour-product'

/** What a scenario measured of one column, by figure; null where the server has nothing like it. */
export type Facts = Readonly<Record<string, number | null>>

/** One run of a scenario against a freshly started server. */
export interface Trial {
  readonly contestant: Contestant
  readonly server: RunningServer
  /** Whether hands are only shown to the others and written when they let go, as in the product. */
  readonly isProduct: boolean
  /** Decides everything that is left to chance. */
  readonly seed: number
}

/** One number of a scenario. Less is better for all of them. */
export interface FigureKind {
  readonly id: string
  readonly name: string
  readonly unit: '' | 'ms' | 'KB' | 'MB' | 'Mbit/s' | '% of a core' | 'times' | 'edits'
  /** Ours may have this at most. */
  readonly bar?: number
  /** Tells about the conditions, and is not compared. */
  readonly isCondition?: true
}

export interface Scenario {
  readonly title: string
  readonly columns: readonly ColumnId[]
  readonly figures: readonly FigureKind[]
  /** Once is enough where nothing is left to chance. */
  readonly rounds?: 1
  run(trial: Trial): Promise<Facts>
}

/** The name under which every scenario reports how busy its load process was, in % of a core. */
export const LOAD_FIGURE: FigureKind = {
  id: 'load',
  name: 'load process',
  unit: '% of a core',
  isCondition: true,
}
