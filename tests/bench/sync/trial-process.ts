import { CONTESTANTS, type Contestant } from './contestants'
import { pinLoad } from './running-server'
import type { ColumnId, Facts } from './scenario'
import { SCENARIOS, type ScenarioId } from './scenarios'

// The load of one trial, in a process of its own; it starts the server it measures, in another.

/** What the trial is told. */
export interface TrialOrder {
  readonly scenario: ScenarioId
  readonly column: ColumnId
  readonly seed: number
}

/** What came of it. */
export type TrialAnswer = { readonly facts: Facts } | { readonly problem: string }

process.on('message', (order: TrialOrder) => {
  void answer(order).then((told) => process.send?.(told, undefined, {}, () => process.exit(0)))
})
// Nobody waits any more: it goes, and with it the server it started.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'))

async function answer(order: TrialOrder): Promise<TrialAnswer> {
  try {
    return { facts: await run(order) }
  } catch (problem) {
    return { problem: String(problem) }
  }
}

async function run({ scenario, column, seed }: TrialOrder): Promise<Facts> {
  pinLoad()
  const isProduct = column === 'contour-product'
  const contestant: Contestant = CONTESTANTS[isProduct ? 'contour' : column]
  const server = await contestant.start()
  try {
    return await SCENARIOS[scenario].run({ contestant, server, isProduct, seed })
  } finally {
    await server.stop()
  }
}
