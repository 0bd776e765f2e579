import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { FairQueue } from '@/server/http/turns/queue/fair-queue'

describe('FairQueue', () => {
  /** Works that end when the test says so. */
  const bench = (atOnce: number, waitingAtMost = 10) => {
    const queue = new FairQueue<string>({ atOnce, waitingAtMost })
    const begun: string[] = []
    const ends = new Map<string, () => void>()
    const ask = (key: string, name: string): Promise<string> =>
      queue.run(key, () => {
        begun.push(name)
        return new Promise((resolve) => ends.set(name, () => resolve(name)))
      })
    const end = async (name: string): Promise<void> => {
      ends.get(name)?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { begun, ask, end }
  }

  it('takes turns between those who ask, and runs no more at once than it may', async () => {
    const { begun, ask, end } = bench(1)
    const answers = ['a1', 'a2', 'a3'].map((name) => ask('ada', name))
    answers.push(ask('ben', 'b1'))
    for (const name of ['a1', 'a2', 'b1', 'a3']) {
      expect(begun.at(-1)).toBe(name)
      await end(name)
    }
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'a3', 'b1'])
  })

  it('refuses those who ask for too much, and nobody else', async () => {
    const { ask, end } = bench(1, 2)
    const first = ask('ada', 'a1')
    void ask('ada', 'a2')
    void ask('ada', 'a3')
    await expect(ask('ada', 'a4')).rejects.toMatchObject({ code: 'overloaded' })
    const other = ask('ben', 'b1')
    for (const name of ['a1', 'a2', 'b1']) await end(name)
    expect([await first, await other]).toEqual(['a1', 'b1'])
  })

  it('goes on after a work that fails', async () => {
    const queue = new FairQueue<string>({ atOnce: 1, waitingAtMost: 1 })
    await expect(queue.run('ada', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run('ada', () => Promise.resolve(1))).toBe(1)
  })

  it('goes on after a work that throws before it promises anything', async () => {
    const queue = new FairQueue<string>({ atOnce: 1, waitingAtMost: 2 })
    const broken = (): Promise<never> => {
      throw new Error('no')
    }
    const first = queue.run('ada', () => Promise.resolve('first'))
    const failing = [queue.run('ada', broken), queue.run('ada', broken)].map((one) => one.catch(String))
    expect(await first).toBe('first')
    expect(await Promise.all(failing)).toEqual(['Error: no', 'Error: no'])
    expect(await queue.run('ada', () => Promise.resolve('last'))).toBe('last')
  })

  it('begins the next only when a turn has lasted as long as is said, whatever becomes of its work', async () => {
    const queue = new FairQueue<string>({ atOnce: 1, waitingAtMost: 10 })
    const begun: string[] = []
    const rests: (() => void)[] = []
    const rest = (ended: Promise<void>): Promise<void> =>
      ended.then(() => new Promise((resolve) => rests.push(resolve)))
    const broken = queue.run('ada', () => Promise.reject(new Error('no')), rest)
    const next = queue.run(
      'ben',
      () => Promise.resolve(begun.push('ben')),
      () => Promise.reject(new Error('no rest')),
    )
    const last = queue.run('cem', () => Promise.resolve(begun.push('cem')))
    await expect(broken).rejects.toThrow('no')
    await new Promise((resolve) => setImmediate(resolve))
    expect(begun).toEqual([])
    rests[0]?.()
    expect(await Promise.all([next, last])).toEqual([1, 2])
  })

  it('runs each work in the name of whoever asked, whoever ends before it', async () => {
    const names = new AsyncLocalStorage<string>()
    const queue = new FairQueue<string>({ atOnce: 1, waitingAtMost: 10 })
    const ask = (key: string): Promise<unknown> =>
      names.run(key, () => queue.run(key, () => Promise.resolve(names.getStore())))
    expect(await Promise.all([ask('ada'), ask('ben')])).toEqual(['ada', 'ben'])
  })
})
