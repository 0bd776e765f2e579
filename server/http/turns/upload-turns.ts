import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import type { Asking } from './asking'

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

interface Uploader {
  readonly network: string
  readonly personId: PersonId
}

interface Waiting extends Uploader {
  readonly begin: (turn: Turn) => void
}

interface Turn extends Uploader {
  readonly since: number
  readonly end: AbortController
}

/** Makes so many turns at once. Whose network has fewest of them comes next, and in it the person with fewest. */
export function createUploadTurns(asking: Pick<Asking, 'asker'>, limits: TurnLimits): UploadTurns {
  const { perPerson, inAll, waitAtMostMs, waitingPerPerson, lastsMs = Infinity } = limits
  /** The oldest first. */
  const running = new Set<Turn>()
  let waiting: Waiting[] = []
  let hurrying: ReturnType<typeof setTimeout> | undefined
  /** The longest waiting of those with fewest turns. */
  const findNext = (): Waiting | null => {
    const [people, networks] = [countBy(running, 'personId'), countBy(running, 'network')]
    let next: Waiting | null = null
    let [least, leastOwn] = [Infinity, Infinity]
    for (const one of waiting) {
      const own = people.get(one.personId) ?? 0
      const near = networks.get(one.network) ?? 0
      if (own >= perPerson || near > least || (near === least && own >= leastOwn)) continue
      ;[next, least, leastOwn] = [one, near, own]
    }
    return next
  }
  const letIn = (): void => {
    clearTimeout(hurrying)
    for (let next = findNext(); next !== null; next = findNext()) {
      if (running.size >= inAll) return endOldest()
      const { network, personId, begin } = next
      waiting = waiting.filter((one) => one !== next)
      const turn = { network, personId, since: performance.now(), end: new AbortController() }
      running.add(turn)
      begin(turn)
    }
  }
  const endOldest = (): void => {
    const networks = countBy(running, 'network')
    const most = Math.max(...networks.values())
    const oldest = [...running].find(({ network }) => networks.get(network) === most)
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
      const mine: Waiting = { network: asking.asker().network, personId, begin }
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

/** How many turns each person, or each network, has. */
function countBy(turns: Iterable<Turn>, whose: keyof Uploader): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const turn of turns) counts.set(turn[whose], (counts.get(turn[whose]) ?? 0) + 1)
  return counts
}
