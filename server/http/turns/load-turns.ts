import { AppError, type ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadTurns } from '../../sync/bounds/load-turns'
import { restAfter } from '../../sync/bounds/rest-after'
import type { Clock } from '../../sync/clock'
import { Pace } from '../../sync/pace'
import { AskerRobin } from './asker-robin'
import type { Asker, Asking } from './asking'
import { FairQueue } from './fair-queue'

interface LoadTurnOptions {
  readonly asking: Pick<Asking, 'asker'>
  readonly clock: Clock
}

/** Makes the turns, as `AskerRobin` gives them. After each, twice as long as it took is left to everything else. */
export function createLoadTurns({ asking, clock }: LoadTurnOptions): LoadTurns {
  const waiting = new Set<(code: ErrorCode) => void>()
  const queue = new FairQueue<Asker>(
    {
      atOnce: 1,
      waitingAtMost: LIMITS.HEAVY_LOADS_WAITING_PER_PERSON,
      waitingInAll: LIMITS.HEAVY_LOADS_WAITING_IN_ALL,
    },
    new AskerRobin(),
  )
  return {
    inTurn: (work) =>
      new Promise((resolve, reject) => {
        const giveUp = (code: ErrorCode): void => {
          stopWaiting()
          reject(new AppError(code, 'waited for the turn to load a heavy board'))
        }
        const cancel = clock.after(LIMITS.HEAVY_LOAD_WAIT_MS, () => giveUp('overloaded'))
        const stopWaiting = (): void => {
          cancel()
          waiting.delete(giveUp)
        }
        waiting.add(giveUp)
        const turn = async (): Promise<void> => {
          if (!waiting.has(giveUp)) return
          stopWaiting()
          const pace = new Pace(clock)
          const done = work(pace)
          done.then(resolve, reject)
          await done.catch(() => undefined)
          await restAfter(clock, pace.busyMs)
        }
        queue.run(asking.asker(), turn).catch(() => giveUp('overloaded'))
      }),
    stop() {
      for (const giveUp of [...waiting]) giveUp('restarting')
    },
  }
}
