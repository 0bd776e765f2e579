import type { ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/sync/limits'
import type { Asking } from './asking'
import { createAnswerTurns } from './answer-turns'

/** Gives out images a few at a time: what the system takes of each at once is copied while no board moves. */
export interface ImageTurns {
  /**
   * Waits until it is the turn of whoever asks for the image with this answer. The turn ends when that has left, or is
   * late. Refuses with `overloaded` where too many wait.
   */
  begun(response: ServerResponse): Promise<void>
}

/** Makes the turns: they go round the networks that ask. */
export function createImageTurns(asking: Pick<Asking, 'asker'>): ImageTurns {
  const turns = createAnswerTurns({
    atOnce: LIMITS.IMAGES_AT_ONCE,
    waitingPerNetwork: LIMITS.IMAGES_WAITING_PER_ADDRESS,
    lastsMs: LIMITS.IMAGE_TURN_MS,
  })
  return {
    begun: (response) =>
      new Promise((resolve, reject) => {
        const leaves = (): Promise<void> => {
          resolve()
          return new Promise((done) => response.once('close', () => done()))
        }
        turns.inTurn(asking.asker().network, response, leaves).then(resolve, reject)
      }),
  }
}
