import { AppError } from '@/lib/errors'
import type { BoardStorage } from './board-storage'

interface TurnLimits {
  /** Calls under way. */
  readonly atOnce: number
  /** Calls that wait for one of them to end; more are refused. */
  readonly waiting: number
}

/**
 * The same storage for those who may ask for much: so many calls at once, in the order of calling, so that what others
 * write meanwhile never waits behind a crowd; copies of boards, which take seconds, one after the other beside them.
 * Refuses with `overloaded` where too many wait.
 */
export function takeStorageInTurns(storage: BoardStorage, limits: TurnLimits): BoardStorage {
  const inTurn = createTurns(limits)
  const oneByOne = createTurns({ ...limits, atOnce: 1 })
  const createBoard: BoardStorage['createBoard'] = (...given) => {
    const [, , , founding] = given
    return (founding?.images ? oneByOne : inTurn)(() => storage.createBoard(...given))
  }
  const calls = Object.entries(storage).map(([name, call]) => {
    const isLife = name === 'start' || name === 'stop'
    return [name, isLife ? call : waiting(call as Call, inTurn)] as const
  })
  // Every method of the port answers with a promise, whatever it takes.
  return { ...(Object.fromEntries(calls) as unknown as BoardStorage), createBoard }
}

type Call = (...given: readonly unknown[]) => Promise<unknown>
type InTurn = <Answer>(run: () => Promise<Answer>) => Promise<Answer>

function waiting(call: Call, inTurn: InTurn): Call {
  return (...given) => inTurn(() => call(...given))
}

function createTurns({ atOnce, waiting }: TurnLimits): InTurn {
  const queue: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new AppError('overloaded', 'too many calls wait for the storage')
      // Whoever ends hands the turn over, so that nobody slips in between.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return await run()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
