import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardStorage, UpdateBatch } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { CommitQueue } from '@/server/sync/document/queues/commit-queue'
import { BOARD, storeBoard } from '@/tests/support/boards/stored-board'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'
import { shake, type ShakyStorage } from '@/tests/support/rooms/shaky-storage'

interface Bench {
  readonly queue: CommitQueue
  readonly clock: FakeClock
  readonly storage: ShakyStorage
  readonly told: string[]
  push(name: string, batch?: UpdateBatch | null): void
  /** What listeners throw when they hear this word. */
  breakAt: string | null
}

async function startQueue(): Promise<Bench> {
  const storage = shake(createMemoryBoardStorage())
  await storeBoard(storage)
  const clock = new FakeClock()
  const told: string[] = []
  const bench: Partial<Bench> & Pick<Bench, 'breakAt'> = { breakAt: null }
  const tell = (word: string): void => {
    told.push(word)
    if (word === bench.breakAt) throw new Error(word)
  }
  const queue = new CommitQueue({
    storage: storage satisfies BoardStorage,
    boardId: BOARD,
    clock,
    log: createQuietLog(),
    onStateChanged: (state) => tell(state),
    onWritten: ({ seq, updates, bytes }) => tell(`wrote ${updates} of ${bytes} bytes as ${seq}`),
    onIdle: () => tell('idle'),
    onBroken: (cause) => told.push(`broken: ${(cause as Error).message}`),
  })
  const update = new Uint8Array([0, 0])
  const plain = { boardId: BOARD, epoch: 1, at: 1, update, changes: [], clientIds: [] }
  const push: Bench['push'] = (name, batch = plain) =>
    queue.push({
      batch,
      onSafe: () => tell(name),
      onDelayed: () => tell(`${name} delayed`),
      onGivenUp: () => tell(`${name} given up`),
    })
  Object.assign(bench, { queue, clock, storage, told, push })
  return bench as Bench
}

describe('CommitQueue', () => {
  it('calls a write that does not end failing, never tries it beside itself, and recovers when it ends', async () => {
    const { queue, clock, storage, told, push } = await startQueue()
    storage.isSlow = true
    push('a')
    push('b')
    await clock.advance(LIMITS.WRITE_LATE_MS - 1)
    expect([queue.isFailing, told]).toEqual([false, []])
    await clock.advance(1)
    expect([queue.isFailing, told]).toEqual([true, ['failing']])
    queue.retry()
    await clock.advance(60_000)
    expect(told).toEqual(['failing'])
    storage.isSlow = false
    storage.letGo()
    await clock.advance(0)
    expect([queue.isFailing, told.filter((word) => !word.startsWith('wrote'))]).toEqual([
      false,
      ['failing', 'working', 'a', 'b', 'idle'],
    ])
    expect(clock.waiting).toBe(0)
  })

  it('writes one at a time, gathers what comes meanwhile, and tells each in order', async () => {
    const { clock, storage, told, push } = await startQueue()
    storage.isSlow = true
    for (const name of ['a', 'b', 'c']) push(name)
    await clock.advance(0)
    expect(told).toEqual([])
    storage.letGo()
    await clock.advance(0)
    storage.letGo()
    await clock.advance(0)
    expect(told).toEqual(['wrote 1 of 2 bytes as 2', 'a', 'wrote 2 of 4 bytes as 4', 'b', 'c', 'idle'])
  })

  it('a commit without content waits for those before it and writes nothing', async () => {
    const { clock, storage, told, push } = await startQueue()
    push('nothing', null)
    expect(told).toEqual(['nothing', 'idle'])
    storage.isSlow = true
    push('a')
    push('after a', null)
    await clock.advance(0)
    storage.letGo()
    await clock.advance(0)
    expect(told.slice(2)).toEqual(['wrote 1 of 2 bytes as 2', 'a', 'after a', 'idle'])
  })

  it('tries again more and more seldom until the disk takes it, says so once, and loses nothing', async () => {
    const { queue, clock, storage, told, push } = await startQueue()
    storage.isFull = true
    push('a')
    await clock.advance(0)
    push('b')
    push('c', null)
    await clock.advance(100_000)
    expect([queue.isFailing, queue.isIdle]).toEqual([true, false])
    expect(told[0]).toBe('failing')
    expect(told.filter((word) => word === 'failing')).toHaveLength(1)
    storage.isFull = false
    await clock.advance(10_000)
    expect(told.slice(-6)).toEqual(['working', 'wrote 2 of 4 bytes as 3', 'a', 'b', 'c', 'idle'])
    expect([queue.isFailing, clock.waiting]).toEqual([false, 0])
  })

  it.each(['a', 'failing', 'working', 'a delayed', 'wrote 2 of 4 bytes as 3', 'idle'])(
    'a listener that throws at “%s” is reported, and everything else is written and told',
    async (word) => {
      const bench = await startQueue()
      const { queue, clock, storage, told, push } = bench
      bench.breakAt = word
      storage.isFull = true
      push('a')
      push('b')
      await clock.advance(1_000)
      storage.isFull = false
      await clock.advance(10_000)
      expect(told).toContain(`broken: ${word}`)
      expect(told.filter((each) => ['a', 'b', 'idle'].includes(each))).toEqual(['a', 'b', 'idle'])
      expect((await storage.load(BOARD))?.lastSeq).toBe(3)
      push('c')
      await clock.advance(0)
      expect([queue.isIdle, told.includes('c')]).toEqual([true, true])
    },
  )

  it('a storage that throws at once has failed like any other', async () => {
    const { queue, clock, storage, told, push } = await startQueue()
    const { append } = storage
    storage.append = () => {
      throw new Error('no such thing as a disk')
    }
    push('a')
    await clock.advance(100)
    expect([queue.isFailing, told]).toEqual([true, ['failing', 'a delayed']])
    storage.append = append
    await clock.advance(1_000)
    expect([queue.isFailing, told.at(-1)]).toEqual([false, 'idle'])
  })

  it('once stopped writes no more, and tells whoever waits that it never will', async () => {
    const { queue, clock, storage, told, push } = await startQueue()
    storage.isSlow = true
    push('under way')
    push('behind')
    queue.stop()
    expect(told).toEqual(['behind given up'])
    storage.isFull = true
    storage.letGo()
    await clock.advance(0)
    expect(told).toEqual(['behind given up', 'failing', 'under way given up'])
    expect([queue.isIdle, clock.waiting]).toEqual([true, 0])
    storage.isFull = false
    queue.retry()
    await clock.advance(100)
    expect((await storage.load(BOARD))?.lastSeq).toBe(1)
  })

  it('knows the updates that are not safe yet, from a commit on', async () => {
    const { queue, clock, storage } = await startQueue()
    storage.isSlow = true
    const updates = [1, 2, 3].map((byte) => new Uint8Array([byte]))
    const seen: number[][] = []
    const commits = updates.map((update) => {
      const batch = { boardId: BOARD, epoch: 1, at: 1, update, changes: [], clientIds: [] }
      const onSafe = (): void => void seen.push(queue.updatesFrom(commit).map((later) => later[0] ?? 0))
      const commit = { batch, onSafe }
      return commit
    })
    for (const commit of commits) queue.push(commit)
    storage.letGo()
    await clock.advance(0)
    storage.letGo()
    await clock.advance(0)
    expect(seen).toEqual([[1, 2, 3], [2, 3], [3]])
  })
})
