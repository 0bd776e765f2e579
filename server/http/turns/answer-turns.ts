import type { ServerResponse } from 'node:http'
import { endsWithin } from '../ends-within'
import type { FairQueue } from './queue/fair-queue'

/** Gives answers that cost much a few at a time: whoever asks for many, or reads slowly, keeps nobody else from theirs. */
export interface AnswerTurns<Key> {
  /**
   * Answers when it is the turn of this key, unless nobody waits for it any more. Refuses with `overloaded` where too
   * many wait.
   */
  inTurn(key: Key, response: ServerResponse, answer: () => Promise<void>): Promise<void>
}

interface AnswerTurnOptions {
  /** An answer that is not over by then gives up its turn, and goes on. */
  readonly lastsMs: number
  /** What passes between an answer and the next one in its turn. */
  readonly rest?: () => Promise<void>
}

/** Makes turns of those of a queue. */
export function createAnswerTurns<Key>(
  queue: FairQueue<Key>,
  { lastsMs, rest }: AnswerTurnOptions,
): AnswerTurns<Key> {
  return {
    inTurn(key, response, answer) {
      let isAnswered = false
      const work = async (): Promise<void> => {
        isAnswered = !response.destroyed
        if (isAnswered) await answer()
      }
      return queue.run(key, work, async (ended) => {
        await endsWithin(lastsMs, ended)
        if (isAnswered) await rest?.()
      })
    },
  }
}
