import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { WaitingUpdate } from '@/server/sync/document/take-turn'
import { UpdateQueue } from '@/server/sync/document/queues/update-queue'

const large = (connectionId: number): WaitingUpdate => ({
  ...{ connectionId, personId: 'ada' as PersonId, role: () => 'participant', kind: 'update' },
  ...{ update: new Uint8Array(LIMITS.TICK_WORK_BYTES), workBytes: 0 },
})

test('what comes behind waits for all that came before it, in however many ticks, and for nothing later', () => {
  const queue = new UpdateQueue()
  const done: string[] = []
  const tick = (): boolean =>
    queue.takeTurn((taken) => done.push(...taken.map((one) => `${one.connectionId}`)))
  queue.runBehind(() => done.push('at once'))
  queue.push(large(1))
  queue.push(large(2))
  queue.runBehind(() => done.push('behind'))
  queue.push(large(3))
  queue.depart(2)
  expect(queue.takeSettled()).toEqual([])
  expect([tick(), tick(), tick(), tick()]).toEqual([true, true, false, false])
  expect(done).toEqual(['at once', '1', '2', 'behind', '3'])
  expect([queue.takeSettled(), queue.isEmpty]).toEqual([[2], true])
})
