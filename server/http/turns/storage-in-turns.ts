import type { BoardStorage } from '../../storage/board-storage'
import { createAskerQueue } from './queue/asker-queue'
import type { Asking } from './queue/asking'

interface TurnOptions {
  readonly asking: Pick<Asking, 'asker'>
  /** Calls under way. */
  readonly atOnce: number
  /** Calls of one who asks that wait for one of them to end; more are refused. */
  readonly waitingPerAsker: number
  /** Calls that wait in all; beyond that the newest of whoever has most waiting is refused. */
  readonly waitingInAll: number
}

/**
 * The same storage for those who may ask for much: so many calls at once, in turns as `AskerRobin` gives them, so
 * that neither what others write meanwhile nor what they ask for waits behind a crowd; copies of boards, which take
 * seconds, one after the other beside them. Refuses with `overloaded` where too many wait.
 */
export function takeStorageInTurns(storage: BoardStorage, options: TurnOptions): BoardStorage {
  const inTurn = createTurns(options)
  const oneByOne = createTurns({ ...options, atOnce: 1 })
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

function createTurns({ asking, atOnce, waitingPerAsker, waitingInAll }: TurnOptions): InTurn {
  const bounds = { atOnce, waitingAtMost: waitingPerAsker, waitingInAll }
  const queue = createAskerQueue(bounds)
  return (run) => queue.run(asking.asker(), run)
}
