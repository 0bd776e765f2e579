import { setTimeout } from 'node:timers/promises'
import { LIMITS } from '@/lib/sync/limits'
import { createAskerQueue } from './queue/asker-queue'
import type { Asking } from './queue/asking'

/** Holds lists against boards one at a time: each takes tenths of a second in which no board of this process moves. */
export interface ImportTurns {
  /** Runs this when it is the turn of whoever asks. Refuses with `overloaded` where too many wait. */
  inTurn<Answer>(run: () => Promise<Answer>): Promise<Answer>
}

interface ImportTurnOptions {
  readonly asking: Pick<Asking, 'asker'>
  /** Passes so many milliseconds. */
  readonly rest?: (ms: number) => Promise<unknown>
  /** Milliseconds of a clock that only goes on. */
  now?(): number
}

/** Makes the turns, as `AskerRobin` gives them; between two of them passes as much time as the first took. */
export function createImportTurns({
  asking,
  rest = (ms) => setTimeout(ms),
  now = () => performance.now(),
}: ImportTurnOptions): ImportTurns {
  const queue = createAskerQueue({ atOnce: 1, waitingAtMost: LIMITS.UPLOADS_IN_ALL })
  return {
    inTurn(run) {
      let began = 0
      const work = (): ReturnType<typeof run> => {
        began = now()
        return run()
      }
      return queue.run(asking.asker(), work, (ended) => ended.then(() => rest(now() - began)))
    },
  }
}
