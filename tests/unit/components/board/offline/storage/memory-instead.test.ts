import { beforeEach, expect, test } from 'vitest'
import { ANSWERED_WITHIN_MS } from '@/components/board/offline/storage/in-time'
import { KeptChanges } from '@/components/board/offline/carrying/kept-changes'
import { memoryInsteadOf } from '@/components/board/offline/storage/memory-instead'
import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import type { OfflineStorage, Owner } from '@/components/board/offline/storage/offline-storage'
import type { BoardId } from '@/lib/ids'
import { FakeBoardClock } from '../../support/fake-board-clock'
import { ADA, keptChange } from '../../support/kept-samples'

let browser: OfflineStorage
let clock: FakeBoardClock

beforeEach(async () => {
  browser = { ...createMemoryOfflineStorage(), lasts: true }
  clock = new FakeBoardClock()
  await browser.write(ADA, { changes: [keptChange('a'), keptChange('other')] })
})

function open(owner = ADA): KeptChanges {
  return new KeptChanges({ storage: browser, owner, clock, words: () => [] })
}

async function inBrowser(): Promise<readonly string[]> {
  return (await browser.read(ADA)).changes.map(({ id }) => id)
}

/** Does anew as `to` what waits as `from`. */
function redo(kept: KeptChanges, from: string, to: string): Promise<void> {
  return kept.take([from], () => (kept.add(keptChange(to)), true))
}

test('what a browser has stays there until what memory alone has made of it is safe', async () => {
  await memoryInsteadOf(browser).write(ADA, { changes: [keptChange('a')] })
  const kept = open()
  await kept.goOnInMemory()
  await redo(kept, 'a', 'b')
  expect(await inBrowser()).toEqual(['a', 'other'])
  await redo(kept, 'b', 'c')
  expect(await inBrowser()).toEqual(['a', 'other'])
  kept.settle(['c'])
  await kept.flush()
  expect(await inBrowser()).toEqual(['other'])
})

test('what is safe as it was, and what nothing was left to do of, is let go of at once', async () => {
  const memory = memoryInsteadOf(browser)
  await memory.write(ADA, { changes: [keptChange('a'), keptChange('other')] })
  await memory.write(ADA, { changes: [keptChange('c')], dropChanges: ['a'] })
  expect(await inBrowser()).toEqual(['other'])
  await memory.take(ADA, ['other'], () => ({ changes: [] }))
  expect(await inBrowser()).toEqual([])
})

test('what one board has in memory alone stays there when another board is opened, and is taken out once', async () => {
  const other: Owner = { ...ADA, boardId: 'board-2' as BoardId }
  const memory = memoryInsteadOf(browser)
  await memory.write(ADA, { changes: [keptChange('b')], replaced: ['a'] })
  expect(await open(other).load()).toEqual([])
  const waiting = await open().load()
  expect(waiting.map(({ id }) => id)).toEqual(['other', 'b'])
  expect((await memory.read(ADA)).changes).toEqual([])
})

test('what a document goes on keeping in memory after another board was opened comes along', async () => {
  const other: Owner = { ...ADA, boardId: 'board-2' as BoardId }
  const kept = open()
  await kept.goOnInMemory()
  await open(other).load()
  kept.add(keptChange('late'))
  await kept.flush()
  const waiting = await open().load()
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'other', 'late'])
})

test('what a full browser could not write in the place of something comes along, and that stays until it is safe', async () => {
  const { write, take } = browser
  const full = new Error('QuotaExceededError')
  browser.write = (owner, given) => (given.changes?.length ? Promise.reject(full) : write(owner, given))
  browser.take = (owner, ids, made) =>
    take(owner, ids, (taken) => {
      made(taken)
      throw full
    })
  const old = open()
  await old.load()
  await redo(old, 'a', 'b')
  await old.bringAlong(true)
  expect(await inBrowser()).toEqual(['a', 'other'])
  const kept = open()
  const waiting = await kept.load()
  expect(waiting.map(({ id }) => id)).toEqual(['other', 'b'])
  expect(await inBrowser()).toEqual(['a', 'other'])
  kept.settle(['b'])
  await kept.flush()
  expect(await inBrowser()).toEqual(['other'])
})

/** A document that has made `b` of `a` and added `c` in a browser that answers nothing until it is let. */
async function replaceInSilence(): Promise<() => void> {
  const { read, write } = browser
  let answer = (): void => undefined
  const allowed = new Promise<void>((resolve) => (answer = resolve))
  const old = open()
  await old.load()
  browser.write = (...given) => allowed.then(() => write(...given))
  browser.read = (...given) => allowed.then(() => read(...given))
  old.add(keptChange('c'))
  const redone = redo(old, 'a', 'b')
  await clock.advance(ANSWERED_WITHIN_MS)
  await redone
  const brought = old.bringAlong(true)
  await clock.advance(ANSWERED_WITHIN_MS)
  await brought
  return answer
}

test('a browser that answers after all keeps what memory alone has made something of', async () => {
  const answer = await replaceInSilence()
  answer()
  await clock.advance(0)
  expect(await inBrowser()).toContain('a')
})

test('a browser that answers again writes what came along in the place of what it was made of', async () => {
  const answer = await replaceInSilence()
  answer()
  const kept = open()
  const waiting = await kept.load()
  expect(waiting.map(({ id }) => id).sort()).toEqual(['b', 'c', 'other'])
  await kept.flush()
  expect([...(await inBrowser())].sort()).toEqual(['b', 'c', 'other'])
})
