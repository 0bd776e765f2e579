import type { ServerResponse } from 'node:http'
import { FairQueue } from './fair-queue'

/** Gives answers that cost much a few at a time: whoever asks for many, or reads slowly, keeps nobody else from theirs. */
export interface AnswerTurns {
  /**
   * Answers when it is the turn of this network, unless nobody waits for it any more. Refuses with `overloaded` where too
   * many wait.
   */
  inTurn(network: string, response: ServerResponse, answer: () => Promise<void>): Promise<void>
}

interface AnswerTurnOptions {
  readonly atOnce: number
  readonly waitingPerNetwork: number
  /** An answer that is not over by then gives up its turn, and goes on. */
  readonly lastsMs: number
  /** What passes between an answer and the next one in its turn. */
  readonly rest?: () => Promise<void>
}

/** Makes the turns: they go round the networks that ask. */
export function createAnswerTurns(options: AnswerTurnOptions): AnswerTurns {
  const { atOnce, waitingPerNetwork, lastsMs, rest } = options
  const queue = new FairQueue<string>({ atOnce, waitingAtMost: waitingPerNetwork })
  return {
    inTurn: (network, response, answer) =>
      new Promise((resolve, reject) => {
        const work = async (): Promise<void> => {
          if (response.destroyed) return resolve()
          const answered = answer()
          answered.then(resolve, reject)
          await endsWithin(lastsMs, answered)
          await rest?.()
        }
        queue.run(network, work).catch(reject)
      }),
  }
}

async function endsWithin(lastsMs: number, answered: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, lastsMs)))
  await Promise.race([answered.catch(() => undefined), late])
  clearTimeout(timer)
}
