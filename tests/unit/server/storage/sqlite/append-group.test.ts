import { setImmediate as untilLater } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BoardId } from '@/lib/ids'
import type { UpdateBatch } from '@/server/storage/board-storage'
import { AppendGroup } from '@/server/storage/sqlite/append-group'

const BAD = 99

function batch(number: number): UpdateBatch {
  const update = Uint8Array.of(number)
  return { boardId: 'board' as BoardId, epoch: 1, at: 0, update, changes: [], clientIds: [] }
}

describe('AppendGroup', () => {
  let commits: number[][]
  let told: string[]
  let group: AppendGroup

  beforeEach(() => {
    commits = []
    told = []
    group = new AppendGroup({
      append(batches) {
        const numbers = batches.map(({ update }) => update[0] ?? -1)
        if (numbers.includes(BAD)) throw new Error('a bad batch')
        commits.push(numbers)
        return numbers.map((number) => number * 10)
      },
      onWritten: (id, seqs) => told.push(`${id}: ${seqs.join(' ')}`),
      onFailed: (id, error) => told.push(`${id}: ${String(error)}`),
    })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('writes what comes together in one commit, and gives each call its own numbers', async () => {
    group.add(1, [batch(1), batch(2)])
    group.add(2, [])
    group.add(3, [batch(3)])
    await untilLater()
    expect(commits).toEqual([[1, 2, 3]])
    expect(told).toEqual(['1: 10 20', '2: ', '3: 30'])
  })

  it('gathers what comes right after a commit into the next one, and writes at once after a pause', async () => {
    vi.useFakeTimers()
    group.add(1, [batch(1)])
    await vi.advanceTimersByTimeAsync(0)
    expect(commits).toEqual([[1]])
    group.add(2, [batch(2)])
    await vi.advanceTimersByTimeAsync(2)
    group.add(3, [batch(3)])
    expect(commits).toEqual([[1]])
    await vi.advanceTimersByTimeAsync(2)
    expect(commits).toEqual([[1], [2, 3]])
    await vi.advanceTimersByTimeAsync(4)
    group.add(4, [batch(4)])
    await vi.advanceTimersByTimeAsync(0)
    expect(commits).toEqual([[1], [2, 3], [4]])
  })

  it('lets what another call found nothing to write for hold nobody up, nor commit twice what it wrote early', async () => {
    vi.useFakeTimers()
    group.run()
    group.add(1, [batch(1)])
    await vi.advanceTimersByTimeAsync(0)
    expect(commits).toEqual([[1]])
    group.add(2, [batch(2)])
    group.run()
    expect([commits, vi.getTimerCount()]).toEqual([[[1], [2]], 0])
    group.add(3, [batch(3)])
    await vi.advanceTimersByTimeAsync(3)
    expect(commits).toEqual([[1], [2]])
    await vi.advanceTimersByTimeAsync(1)
    expect(commits).toEqual([[1], [2], [3]])
  })

  it('lets nobody fail for the batch of another', async () => {
    group.add(1, [batch(1)])
    group.add(2, [batch(2), batch(BAD)])
    group.add(3, [batch(3)])
    await untilLater()
    expect(commits).toEqual([[1], [3]])
    expect(told).toEqual(['1: 10', '2: Error: a bad batch', '3: 30'])
  })

  it('writes at once, and once only, where another call must find it written', async () => {
    group.add(1, [batch(1)])
    group.run()
    expect(commits).toEqual([[1]])
    await untilLater()
    expect(commits).toEqual([[1]])
  })

  it('fails a call that is alone once', async () => {
    group.add(1, [batch(BAD)])
    await untilLater()
    expect(told).toEqual(['1: Error: a bad batch'])
  })
})
