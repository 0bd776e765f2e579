import { setTimeout } from 'node:timers/promises'
import { LIMITS } from '@/lib/sync/limits'
import { AskerRobin } from './asker-robin'
import type { Asker, Asking } from './asking'
import { FairQueue } from './fair-queue'

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
  const queue = new FairQueue<Asker>({ atOnce: 1, waitingAtMost: LIMITS.UPLOADS_IN_ALL }, new AskerRobin())
  return {
    inTurn: (run) =>
      new Promise((resolve, reject) => {
        const work = async (): Promise<void> => {
          const began = now()
          const done = run()
          done.then(resolve, reject)
          await done.catch(() => undefined)
          await rest(now() - began)
        }
        queue.run(asking.asker(), work).catch(reject)
      }),
  }
}
