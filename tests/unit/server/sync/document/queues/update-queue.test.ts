import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { WaitingUpdate } from '@/server/sync/document/take-turn'
import { UpdateQueue } from '@/server/sync/document/queues/update-queue'

const small = (connectionId: number, person = 'ada'): WaitingUpdate => ({
  ...{ connectionId, personId: person as PersonId, role: () => 'participant', kind: 'update' },
  ...{ update: new Uint8Array(10), workBytes: 0 },
})

const large = (connectionId: number, person = 'ada'): WaitingUpdate => ({
  ...small(connectionId, person),
  update: new Uint8Array(LIMITS.TICK_WORK_BYTES),
})

/** Answers with the connections whose updates each tick takes. */
function ticksOf(queue: UpdateQueue): number[][] {
  const ticks: number[][] = []
  while (queue.takeTurn((taken) => ticks.push(taken.map(({ connectionId }) => connectionId)))) continue
  return ticks
}

test('every update has the number it came as, in however many ticks, and a connection is settled behind its last', () => {
  const queue = new UpdateQueue()
  const done: number[][] = []
  const tick = (): boolean =>
    queue.takeTurn((taken) => done.push(...taken.map((one) => [one.connectionId, one.number])))
  for (const connectionId of [1, 2, 3]) queue.push(large(connectionId))
  expect(queue.lastNumber).toBe(3)
  queue.depart(2)
  expect(queue.takeSettled()).toEqual([])
  expect([tick(), tick(), tick(), tick()]).toEqual([true, true, false, false])
  expect(done).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  expect([queue.takeSettled(), queue.isEmpty]).toEqual([[2], true])
})

test('[ROOM-15] whoever sends little waits for no more than one tick, however many others send much', () => {
  const queue = new UpdateQueue()
  const crowd = Array.from({ length: 50 }, (_, at) => `guest ${at}`)
  for (const guest of crowd) for (let count = 0; count < 4; count++) queue.push(large(1, guest))
  const first: number[][] = []
  queue.takeTurn((taken) => first.push(taken.map(({ connectionId }) => connectionId)))
  queue.push(small(2, 'ada'))
  queue.push(small(2, 'ada'))
  const [next, ...others] = ticksOf(queue)
  expect([first, next]).toEqual([[[1]], [2, 2]])
  expect(others.flat()).toHaveLength(199)
})

test('[ROOM-15] what waits longest has its turn in the end, also where others always send little', () => {
  const queue = new UpdateQueue()
  queue.push(large(1, 'bob'))
  const taken: number[] = []
  for (let tick = 0; tick < 100 && !taken.includes(1); tick++) {
    for (let count = 0; count < 1_000; count++) queue.push({ ...small(2), workBytes: 1_000 })
    queue.takeTurn((updates) => taken.push(...updates.map(({ connectionId }) => connectionId)))
  }
  expect(taken).toContain(1)
})

test('[ROOM-15] what is much waits for no more ticks than its work fills, however many always send little', () => {
  const queue = new UpdateQueue()
  queue.push({ ...large(1, 'bob'), workBytes: 8 * LIMITS.TICK_WORK_BYTES })
  const taken: number[] = []
  let ticks = 0
  for (; !taken.includes(1) && ticks < 1_000; ticks++) {
    for (let guest = 0; guest < 40; guest++) queue.push(small(2, `guest ${guest}`))
    queue.takeTurn((updates) => taken.push(...updates.map(({ connectionId }) => connectionId)))
  }
  expect(ticks).toBeLessThan(10)
})

test('what one tick takes it takes as it came, and of one person always in order', () => {
  const queue = new UpdateQueue()
  queue.push({ ...small(1, 'ada'), workBytes: 1_000 })
  queue.push(small(2, 'bob'))
  queue.push(small(3, 'ada'))
  expect(ticksOf(queue)).toEqual([[1, 2, 3]])
  queue.push(large(5, 'ada'))
  queue.push(large(6, 'bob'))
  queue.push(small(7, 'ada'))
  expect(ticksOf(queue)).toEqual([[5], [6], [7]])
})
