import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'

/** What is taken in at once: nobody's uploads, whole or cut off, may fill the memory or take all the turns. */
export interface UploadTurns {
  /**
   * Runs this when it is its turn; refuses with `overloaded` where that does not come in time, or too many of this
   * person wait already. The signal ends a turn that lasts while others wait, where turns have such an end.
   */
  inTurn<Value>(personId: PersonId, run: (turn: AbortSignal) => Promise<Value>): Promise<Value>
}

interface TurnLimits {
  readonly perPerson: number
  readonly inAll: number
  readonly waitAtMostMs: number
  /** How many of one person may wait at the same time. */
  readonly waitingPerPerson: number
  /** After so long the oldest turn ends as soon as somebody waits for it: whoever is slow keeps nobody out. */
  readonly lastsMs?: number
}

interface Waiting {
  readonly personId: PersonId
  readonly begin: (turn: Turn) => void
}

interface Turn {
  readonly personId: PersonId
  readonly since: number
  readonly end: AbortController
}

/** Makes so many turns at once. */
export function createUploadTurns(limits: TurnLimits): UploadTurns {
  const { perPerson, inAll, waitAtMostMs, waitingPerPerson, lastsMs = Infinity } = limits
  /** The oldest first. */
  const running = new Set<Turn>()
  let waiting: Waiting[] = []
  let hurrying: ReturnType<typeof setTimeout> | undefined
  const countOf = (personId: PersonId): number =>
    [...running].filter((turn) => turn.personId === personId).length

  const letIn = (): void => {
    clearTimeout(hurrying)
    for (const next of waiting) {
      if (countOf(next.personId) >= perPerson) continue
      if (running.size >= inAll) return endOldest()
      waiting = waiting.filter((one) => one !== next)
      const turn = { personId: next.personId, since: performance.now(), end: new AbortController() }
      running.add(turn)
      next.begin(turn)
    }
  }
  const endOldest = (): void => {
    const [oldest] = running
    if (!oldest || oldest.end.signal.aborted || lastsMs === Infinity) return
    const leftMs = oldest.since + lastsMs - performance.now()
    if (leftMs <= 0) oldest.end.abort()
    else hurrying = setTimeout(letIn, leftMs)
  }
  const takeTurn = (personId: PersonId): Promise<Turn> => {
    if (waiting.filter((one) => one.personId === personId).length >= waitingPerPerson)
      return Promise.reject(new AppError('overloaded', 'too many of one person wait for a turn'))
    return new Promise((resolve, reject) => {
      const overdue = setTimeout(() => {
        waiting = waiting.filter((one) => one !== mine)
        reject(new AppError('overloaded', 'waited too long for a turn'))
      }, waitAtMostMs)
      const begin = (turn: Turn): void => {
        clearTimeout(overdue)
        resolve(turn)
      }
      const mine: Waiting = { personId, begin }
      waiting.push(mine)
      letIn()
    })
  }
  return {
    async inTurn(personId, run) {
      const turn = await takeTurn(personId)
      try {
        return await run(turn.end.signal)
      } finally {
        running.delete(turn)
        letIn()
      }
    },
  }
}
