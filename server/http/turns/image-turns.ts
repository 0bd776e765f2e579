import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { LIMITS } from '@/lib/sync/limits'
import { createAnswerTurns } from './answer-turns'
import type { Asking } from './asking'

/** Sends images a few at a time: what the system takes of each at once is copied while no board moves. */
export interface ImageTurns {
  /**
   * Runs this when it is the turn of whoever asks, unless the line has gone, and resolves when the answer has left.
   * `send` ends the answer with the bytes it resolves with. Refuses with `overloaded` where too many wait.
   */
  inTurn(response: ServerResponse, send: () => Promise<Uint8Array>): Promise<void>
}

/** Makes the turns: they go round the networks that ask. */
export function createImageTurns(asking: Pick<Asking, 'asker'>): ImageTurns {
  const turns = createAnswerTurns({
    atOnce: LIMITS.IMAGES_AT_ONCE,
    waitingPerNetwork: LIMITS.IMAGES_WAITING_PER_ADDRESS,
    lastsMs: LIMITS.IMAGE_TURN_MS,
  })
  return {
    inTurn(response, send) {
      const { network } = asking.asker()
      return turns.inTurn(network, response, async () => {
        const bytes = await send()
        await finished(response).catch(() => undefined)
        // So that they are kept until here: whoever asks for the same image meanwhile is given these very bytes.
        void bytes.length
      })
    },
  }
}
