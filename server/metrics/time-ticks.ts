import type { Guard } from '../sync/guard/guard'
import type { Metrics } from './create-metrics'

/** The same guard; how long each of its ticks takes is noted. */
export function timeTicks(guard: Guard, metrics: Metrics, nowMs: () => number): Guard {
  return {
    runTick(queue, now) {
      const startedAt = nowMs()
      const outcome = guard.runTick(queue, now)
      metrics.noteTick((nowMs() - startedAt) / 1000)
      return outcome
    },
    reserve: (...given) => guard.reserve(...given),
    forget: (connectionId) => guard.forget(connectionId),
    overdue: (...given) => guard.overdue(...given),
    waitAfresh: (now) => guard.waitAfresh(now),
  }
}
