import { AppError, type ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadTurns } from '../../sync/bounds/load-turns'
import { restAfter } from '../../sync/bounds/rest-after'
import type { Clock } from '../../sync/clock'
import { Pace } from '../../sync/pace'
import { createAskerQueue } from './queue/asker-queue'
import type { Asking } from './queue/asking'
import type { Lasting } from './queue/fair-queue'

interface LoadTurnOptions {
  readonly asking: Pick<Asking, 'asker'>
  readonly clock: Clock
}

/** Makes the turns, as `AskerRobin` gives them. After each, twice as long as it took is left to everything else. */
export function createLoadTurns({ asking, clock }: LoadTurnOptions): LoadTurns {
  const waiting = new Set<(code: ErrorCode) => void>()
  const queue = createAskerQueue({
    atOnce: 1,
    waitingAtMost: LIMITS.HEAVY_LOADS_WAITING_PER_PERSON,
    waitingInAll: LIMITS.HEAVY_LOADS_WAITING_IN_ALL,
  })
  return {
    inTurn: (work) =>
      new Promise((resolve, reject) => {
        const giveUp = (code: ErrorCode): void => {
          stopWaiting()
          reject(gaveUp(code))
        }
        const cancel = clock.after(LIMITS.HEAVY_LOAD_WAIT_MS, () => giveUp('overloaded'))
        const stopWaiting = (): void => {
          cancel()
          waiting.delete(giveUp)
        }
        waiting.add(giveUp)
        const pace = new Pace(clock)
        const turn = (): ReturnType<typeof work> => {
          if (!waiting.has(giveUp)) return Promise.reject(gaveUp('overloaded'))
          stopWaiting()
          return work(pace)
        }
        const rest: Lasting = (ended) => ended.then(() => restAfter(clock, pace.busyMs))
        queue.run(asking.asker(), turn, rest).finally(stopWaiting).then(resolve, reject)
      }),
    stop() {
      for (const giveUp of [...waiting]) giveUp('restarting')
    },
  }
}

function gaveUp(code: ErrorCode): AppError {
  return new AppError(code, 'waited for the turn to load a heavy board')
}
