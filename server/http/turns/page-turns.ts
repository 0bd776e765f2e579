import type { ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/sync/limits'
import { createAnswerTurns } from './answer-turns'
import { createAskerQueue } from './queue/asker-queue'
import type { Asking } from './queue/asking'

/** Renders pages a few at a time: each takes a hundredth of a second in which no board of this process moves. */
export interface PageTurns {
  /** Renders when it is its turn, unless nobody waits for it any more. Refuses with `overloaded` where too many wait. */
  inTurn(response: ServerResponse, render: () => Promise<void>): Promise<void>
}

interface PageTurnOptions {
  readonly asking: Pick<Asking, 'asker'>
  /** What passes between a page and the next one in its turn. */
  readonly rest?: () => Promise<void>
}

/** Makes the turns, as `AskerRobin` gives them. */
export function createPageTurns({ asking, rest = takeNewLines }: PageTurnOptions): PageTurns {
  const limits = { atOnce: LIMITS.PAGES_AT_ONCE, waitingAtMost: LIMITS.PAGES_WAITING_PER_ASKER }
  const queue = createAskerQueue(limits)
  const turns = createAnswerTurns(queue, { lastsMs: LIMITS.PAGE_TURN_MS, rest })
  return {
    inTurn: (response, render) => turns.inTurn(asking.asker(), response, render),
  }
}

/** A turn of the event loop takes one new line, and a rendered page makes it a long one: whoever comes would wait. */
async function takeNewLines(): Promise<void> {
  for (let turn = 0; turn < LIMITS.LOOP_TURNS_BETWEEN_PAGES; turn++) await new Promise(setImmediate)
}
