import type { BoardStorage } from '../storage/board-storage'
import type { Metrics } from './create-metrics'

/** The same storage; how long each append takes until it is safe is noted. One that fails is not. */
export function timeCommits(storage: BoardStorage, metrics: Metrics, nowMs: () => number): BoardStorage {
  return {
    ...storage,
    async append(batches) {
      const startedAt = nowMs()
      const seqs = await storage.append(batches)
      metrics.noteCommit((nowMs() - startedAt) / 1000)
      return seqs
    },
  }
}
