import { beforeEach, expect, test } from 'vitest'
import { ANSWERED_WITHIN_MS } from '@/components/board/offline/storage/in-time'
import { KeptChanges } from '@/components/board/offline/carrying/kept-changes'
import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import type { OfflineStorage, RefusedChange } from '@/components/board/offline/storage/offline-storage'
import { FakeBoardClock } from '../../support/fake-board-clock'
import { ADA, keptChange } from '../../support/kept-samples'

let storage: OfflineStorage
let clock: FakeBoardClock
let writes: number

beforeEach(() => {
  const memory = createMemoryOfflineStorage()
  writes = 0
  storage = { ...memory, lasts: true, write: (...given) => (writes++, memory.write(...given)) }
  clock = new FakeBoardClock()
})

function open(): KeptChanges {
  return new KeptChanges({ storage, owner: ADA, clock, words: (touched) => [`says ${touched.join()}`] })
}

async function take(kept: KeptChanges, id: string): Promise<readonly string[]> {
  const taken: string[] = []
  await kept.take([id], (changes) => taken.push(...changes.map((change) => change.id)) >= 0)
  return taken
}

async function stored(): Promise<readonly string[]> {
  return (await storage.read(ADA)).changes.map(({ id }) => id)
}

test('what is acked at once is never written, what is not is written in words', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  kept.add(keptChange('b'))
  kept.settle(['a'])
  await clock.advance(60)
  await kept.flush()
  expect((await storage.read(ADA)).changes).toMatchObject([{ id: 'b', words: ['says records/shape:a'] }])
  kept.settle(['b'])
  await clock.advance(60)
  await kept.flush()
  expect([await stored(), writes]).toEqual([[], 2])
})

test('the next page reads what this one left', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  await kept.flush()
  expect(await open().load()).toMatchObject([{ id: 'a' }])
})

test('what a page takes back is gone from the disk, also what was not written yet', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  await kept.flush()
  const other = open()
  await other.load()
  expect(await take(other, 'a')).toEqual(['a'])
  expect([await take(kept, 'a'), await stored()]).toEqual([[], []])
})

test('what is made of it is written in its place, and where a page is left it stays', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  await kept.flush()
  await kept.take(['a'], () => false)
  expect(await stored()).toEqual(['a'])
  await kept.take(['a'], () => (kept.add(keptChange('b')), true))
  expect([await stored(), writes]).toEqual([['b'], 1])
})

test('a disk that takes nothing is said, tried again, and loses nothing', async () => {
  const { write } = storage
  storage = { ...storage, write: () => Promise.reject(new Error('full')) }
  const kept = open()
  kept.add(keptChange('a'))
  await kept.flush()
  expect(kept.lasts.get()).toBe(false)
  expect(await take(kept, 'a')).toEqual(['a'])
  kept.add(keptChange('b'))
  Object.assign(storage, { write })
  await kept.flush()
  expect([kept.lasts.get(), await stored()]).toEqual([true, ['b']])
})

/** A browser that answers one kind of call only when it is let. */
function hangingAt(call: 'write' | 'take', begins: 'late' | 'at once'): () => void {
  const memory = storage
  let answer = (): void => undefined
  const allowed = new Promise<void>((resolve) => (answer = resolve))
  const slow = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (begins === 'late') await allowed
    const done = await work()
    await allowed
    return done
  }
  storage = {
    ...memory,
    ...(call === 'write' && { write: (...given) => slow(() => memory.write(...given)) }),
    ...(call === 'take' && { take: (...given) => slow(() => memory.take(...given)) }),
  }
  return answer
}

/** A later page does anew as `b` what it finds as `a`; it says how often. */
async function redoLate(kept: KeptChanges): Promise<() => number> {
  let times = 0
  const taken = kept.take(['a'], () => (times++, kept.add(keptChange('b')), true))
  await clock.advance(ANSWERED_WITHIN_MS - 100)
  expect(kept.has('a')).toBe(times === 0)
  await clock.advance(100)
  await taken
  expect([times, kept.has('a'), kept.has('b'), kept.lasts.get()]).toEqual([1, false, true, false])
  return () => times
}

test.each(['write', 'take'] as const)(
  'a browser that does not answer a %s holds up nothing for long, and what it says at last does nothing twice',
  async (call) => {
    const left = open()
    left.add(keptChange('a'))
    await left.flush()
    const answer = hangingAt(call, 'late')
    const kept = open()
    await kept.load()
    if (call === 'write') kept.add(keptChange('c'))
    const times = await redoLate(kept)
    expect(await stored()).toEqual(['a'])
    answer()
    await kept.flush()
    expect([times(), await stored(), kept.lasts.get()]).toEqual([
      1,
      call === 'write' ? ['c', 'b'] : ['b'],
      true,
    ])
  },
)

test('while a browser does not say that it wrote something down, nobody is told that it outlives the page', async () => {
  const answer = hangingAt('write', 'at once')
  const kept = open()
  kept.add(keptChange('a'))
  const flushed = kept.flush()
  await clock.advance(ANSWERED_WITHIN_MS)
  const told = kept.lasts.get()
  answer()
  await flushed
  expect([told, kept.lasts.get()]).toEqual([false, true])
})

test('what was made of it and is safe before a slow browser has written it down is not left there', async () => {
  const left = open()
  left.add(keptChange('a'))
  await left.flush()
  const answer = hangingAt('take', 'at once')
  const kept = open()
  await kept.load()
  const times = await redoLate(kept)
  kept.settle(['b'])
  answer()
  await kept.flush()
  expect([times(), await stored()]).toEqual([1, []])
})

/** A browser that answers nothing from now on, until it is let, and then all in order. */
function fallsSilent(): () => void {
  const { read, write, take } = storage
  let answer = (): void => undefined
  const allowed = new Promise<void>((resolve) => (answer = resolve))
  Object.assign(storage, {
    read: (...given: Parameters<typeof read>) => allowed.then(() => read(...given)),
    write: (...given: Parameters<typeof write>) => allowed.then(() => write(...given)),
    take: (...given: Parameters<typeof take>) => allowed.then(() => take(...given)),
  })
  return answer
}

/** A document takes the place of one whose browser fell silent after `a` was written, and before `b` was. */
async function replaceInSilence(): Promise<{ kept: KeptChanges; answer: () => void }> {
  const old = open()
  old.add(keptChange('a'))
  await old.flush()
  const answer = fallsSilent()
  old.add(keptChange('b'))
  old.refuse([{ id: 'c', at: 1, reason: 'gone', words: ['Initiative: Alpha'] }])
  const brought = old.bringAlong(true)
  await clock.advance(ANSWERED_WITHIN_MS)
  await brought
  expect(old.lasts.get()).toBe(false)
  return { kept: open(), answer }
}

test('a browser that falls silent holds up the next document briefly, which finds all that waits in memory', async () => {
  const { kept, answer } = await replaceInSilence()
  const waiting = await kept.goOnInMemory()
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(kept.refused.get().map(({ id }) => id)).toEqual(['c'])
  kept.settle(['a', 'b'])
  kept.dismissRefused()
  await kept.flush()
  answer()
  await clock.advance(0)
  expect([await stored(), (await storage.read(ADA)).refused]).toEqual([[], []])
})

test('what came along in memory is written down by the next document where the browser answers again', async () => {
  const { kept, answer } = await replaceInSilence()
  answer()
  const waiting = await kept.load()
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await take(kept, 'b')).toEqual(['b'])
  expect(kept.lasts.get()).toBe(true)
  expect(await stored()).toEqual(['a'])
  expect((await open().load()).map(({ id }) => id)).toEqual(['a'])
})

test('[OFFLINE-2] what was taken out of memory alone is kept by a browser that answers again, and called kept from then on', async () => {
  const old = open()
  await old.goOnInMemory()
  old.add(keptChange('a'))
  await old.flush()
  expect(await stored()).toEqual([])
  const kept = open()
  expect((await kept.load()).map(({ id }) => id)).toEqual(['a'])
  expect([kept.lasts.get(), kept.isKept('a')]).toEqual([true, false])
  await kept.flush()
  expect([await stored(), kept.isKept('a')]).toEqual([['a'], true])
})

test('what the server would not have as it was written is kept without that', async () => {
  const kept = open()
  const asWritten = { update: new Uint8Array([1]), heirs: [8, 9] }
  kept.add(keptChange('a', asWritten))
  await kept.bringAlong(true)
  expect((await storage.read(ADA)).changes).toMatchObject([asWritten])
  await kept.bringAlong(false)
  expect((await storage.read(ADA)).changes).toMatchObject([{ update: undefined, heirs: undefined }])
})

test('a page goes on with what another one has written since, and lets go of it once it is safe', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  await kept.flush()
  const other = open()
  for (const id of ['b', 'c']) other.add(keptChange(id))
  await other.flush()
  const others = (await kept.readOthers()) ?? []
  expect(others).toMatchObject([{ id: 'b' }, { id: 'c' }])
  kept.goOnWith(others.slice(0, 1))
  expect([await kept.readOthers(), kept.has('b'), kept.has('c')]).toMatchObject([[{ id: 'c' }], true, false])
  kept.settle(['a', 'b'])
  await kept.flush()
  expect(await stored()).toEqual(['c'])
})

test('a browser that cannot be read says so, and holds up nothing for long', async () => {
  const kept = open()
  storage.read = () => Promise.reject(new Error('gone'))
  expect(await kept.readOthers()).toBeNull()
  storage.read = () => new Promise(() => undefined)
  const read = kept.readOthers()
  await clock.advance(ANSWERED_WITHIN_MS)
  expect(await read).toBeNull()
})

test('a browser too full for what was made of it keeps what it was until that is safe', async () => {
  const left = open()
  left.add(keptChange('a'))
  await left.flush()
  const { write, take: takeOut } = storage
  const isFull = (made: { changes?: readonly unknown[] } | null): boolean => (made?.changes?.length ?? 0) > 0
  const full = new Error('QuotaExceededError')
  storage.write = (owner, made) => (isFull(made) ? Promise.reject(full) : write(owner, made))
  storage.take = (owner, ids, redo) =>
    takeOut(owner, ids, (taken) => {
      if (isFull(redo(taken))) throw full
      return null
    })
  const kept = open()
  await kept.load()
  await kept.take(['a'], () => (kept.add(keptChange('b')), true))
  await kept.flush()
  const here = [kept.has('a'), kept.has('b'), kept.lasts.get()]
  expect([await stored(), ...here]).toEqual([['a'], false, true, false])
  kept.settle(['b'])
  await clock.advance(60)
  await kept.flush()
  expect(await stored()).toEqual([])
})

test('what is refused again is listed with what it says now', async () => {
  const kept = open()
  kept.refuse([{ id: 'a', at: 1, reason: 'gone', words: ['Initiative: Alpha'] }])
  const again: RefusedChange = { id: 'a', at: 2, reason: 'not-allowed', words: ['Initiative: Beta'] }
  kept.refuse([again])
  await kept.flush()
  const later = open()
  await later.load()
  for (const page of [kept, later]) expect(page.refused.get()).toEqual([again])
})

test('what was refused is listed once, stays for later pages, and goes when it is put away', async () => {
  const refused: RefusedChange = { id: 'a', at: 1, reason: 'gone', words: ['Initiative: Alpha'] }
  const kept = open()
  kept.refuse([refused, refused, { ...refused, id: 'b', words: [] }])
  kept.refuse([refused])
  await kept.flush()
  const later = open()
  await later.load()
  expect(later.refused.get()).toEqual([refused])
  later.dismissRefused()
  await later.flush()
  expect([later.refused.get(), (await storage.read(ADA)).refused]).toEqual([[], []])
})

test('what another page has taken is not written down again as a document is given up', async () => {
  const kept = open()
  kept.add(keptChange('a'))
  kept.add(keptChange('b'))
  await kept.flush()
  const other = open()
  await other.load()
  expect(await take(other, 'a')).toEqual(['a'])
  await kept.bringAlong(false)
  expect(await stored()).toEqual(['b'])
})
