import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { AppError } from '@/lib/errors'
import { createAnswerTurns } from './answer-turns'
import { createAskerQueue } from './queue/asker-queue'
import type { Asking } from './queue/asking'

/** Sends what has megabytes a few at a time: what the system takes of each at once is copied while no board moves. */
export interface SendingTurns {
  /**
   * Makes an answer when it is the turn of whoever asks, which lasts until the answer has left. Refuses with `overloaded`
   * where too many wait, and with `request-aborted` where the line has gone.
   */
  inTurn<Answer>(response: ServerResponse, make: () => Promise<Answer>): Promise<Answer>
}

interface SendingTurnOptions {
  readonly atOnce: number
  readonly waitingPerPerson: number
  /** An answer that has not left by then gives up its turn, and goes on. */
  readonly lastsMs: number
}

/** Makes the turns, as `AskerRobin` gives them. */
export function createSendingTurns(asking: Pick<Asking, 'asker'>, options: SendingTurnOptions): SendingTurns {
  const { atOnce, waitingPerPerson, lastsMs } = options
  const queue = createAskerQueue({ atOnce, waitingAtMost: waitingPerPerson })
  const turns = createAnswerTurns(queue, { lastsMs })
  return {
    inTurn: (response, make) =>
      new Promise((resolve, reject) => {
        const answer = async (): Promise<void> => {
          resolve(await make())
          await finished(response).catch(() => undefined)
        }
        const isOver = (): void => reject(new AppError('request-aborted', 'nobody waits for the answer'))
        turns.inTurn(asking.asker(), response, answer).then(isOver, reject)
      }),
  }
}
