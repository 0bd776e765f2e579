import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'

/** What is taken in at once: nobody's uploads, whole or cut off, may fill the memory or take all the turns. */
export interface UploadTurns {
  /** Runs this when it is its turn; refuses with `overloaded` where that does not come in time. */
  inTurn<Value>(personId: PersonId, run: () => Promise<Value>): Promise<Value>
}

interface TurnLimits {
  readonly perPerson: number
  readonly inAll: number
  readonly waitAtMostMs: number
}

interface Waiting {
  readonly personId: PersonId
  readonly begin: () => void
}

/** Makes so many turns at once. */
export function createUploadTurns({ perPerson, inAll, waitAtMostMs }: TurnLimits): UploadTurns {
  const running = new Map<PersonId, number>()
  let waiting: Waiting[] = []
  const countOf = (personId: PersonId): number => running.get(personId) ?? 0
  const countAll = (): number => [...running.values()].reduce((sum, count) => sum + count, 0)

  const letIn = (): void => {
    for (const next of waiting) {
      if (countAll() >= inAll) return
      if (countOf(next.personId) >= perPerson) continue
      waiting = waiting.filter((one) => one !== next)
      running.set(next.personId, countOf(next.personId) + 1)
      next.begin()
    }
  }
  const takeTurn = (personId: PersonId): Promise<void> =>
    new Promise((resolve, reject) => {
      const overdue = setTimeout(() => {
        waiting = waiting.filter((one) => one !== mine)
        reject(new AppError('overloaded', 'waited too long for a turn'))
      }, waitAtMostMs)
      const begin = (): void => {
        clearTimeout(overdue)
        resolve()
      }
      const mine: Waiting = { personId, begin }
      waiting.push(mine)
      letIn()
    })
  const leave = (personId: PersonId): void => {
    const left = countOf(personId) - 1
    if (left > 0) running.set(personId, left)
    else running.delete(personId)
    letIn()
  }
  return {
    async inTurn(personId, run) {
      await takeTurn(personId)
      try {
        return await run()
      } finally {
        leave(personId)
      }
    },
  }
}
