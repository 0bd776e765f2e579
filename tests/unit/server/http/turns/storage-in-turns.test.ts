import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import type { Asker } from '@/server/http/turns/queue/asking'
import { takeStorageInTurns } from '@/server/http/turns/storage-in-turns'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { until } from '@/tests/support/until'

interface SlowStorage {
  readonly storage: BoardStorage
  readonly asked: string[]
  answerNext(): void
}

/** A storage that answers only when the test says so. */
function slowStorage(): SlowStorage {
  const asked: string[] = []
  const open: (() => void)[] = []
  const findPerson: BoardStorage['findPerson'] = async (personId) => {
    asked.push(personId)
    await new Promise<void>((resolve) => open.push(resolve))
    if (personId === 'bad') throw new Error('broken')
    return null
  }
  const storage = { ...createMemoryBoardStorage(), findPerson }
  return { storage, asked, answerNext: () => open.shift()?.() }
}

const id = (text: string): PersonId => text as PersonId
const HOME = { network: 'home', person: 'ada' }
let asker = HOME
const asking = { asker: () => asker }
const bounds = { asking, waitingPerAsker: 1_000, waitingInAll: 2_000 }
const ask = (storage: BoardStorage, who: Partial<Asker>, what: string): Promise<unknown> => {
  asker = { ...HOME, ...who }
  return storage.findPerson(id(what))
}
/** Answers all that is asked, one thing after the other. */
const answerAll = async ({ asked, answerNext }: SlowStorage, many: number): Promise<void> => {
  for (let at = 1; at <= many; at++) {
    await until('the next is asked', () => asked.length === at)
    answerNext()
  }
}

it('lets so many calls through at once, the others in their order, also after one that fails', async () => {
  const { storage, asked, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { ...bounds, atOnce: 2 })
  const answers = ['bad', 'b', 'c', 'd'].map((name) => inTurns.findPerson(id(name)).catch(() => 'failed'))
  expect(asked).toEqual(['bad', 'b'])
  answerNext()
  await until('the next is asked', () => asked.length === 3)
  expect(asked).toEqual(['bad', 'b', 'c'])
  answerNext()
  await until('the last is asked', () => asked.length === 4)
  answerNext()
  answerNext()
  expect(await Promise.all(answers)).toEqual(['failed', null, null, null])
  const last = inTurns.findPerson(id('e'))
  answerNext()
  expect(await last).toBeNull()
})

it('never holds up whoever uses the storage itself', async () => {
  const { storage, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { ...bounds, atOnce: 1 })
  const held = [inTurns.findPerson(id('a')), inTurns.findBoard('none' as never)]
  await storage.savePerson({ id: id('x'), name: 'X', createdAt: 1 })
  answerNext()
  expect(await Promise.all(held)).toEqual([null, null])
})

it('[ROOM-18] lets somebody in next, with however many another waits', async () => {
  const slow = slowStorage()
  const inTurns = takeStorageInTurns(slow.storage, { ...bounds, atOnce: 1 })
  const all = Array.from({ length: 100 }, (_, at) => ask(inTurns, { person: 'mal' }, `mal ${at}`))
  all.push(ask(inTurns, { person: 'fay' }, 'fay'))
  await answerAll(slow, all.length)
  await Promise.all(all)
  expect(slow.asked.slice(0, 3)).toEqual(['mal 0', 'mal 1', 'fay'])
})

it('[ROOM-18] lets a whole room in beside however many people another network makes up', async () => {
  const slow = slowStorage()
  const inTurns = takeStorageInTurns(slow.storage, { ...bounds, atOnce: 1 })
  const all = Array.from({ length: 100 }, (_, at) =>
    ask(inTurns, { network: 'far', person: `mal ${at}` }, 'mal'),
  )
  for (let at = 0; at < 10; at++) all.push(ask(inTurns, { person: '' }, `guest ${at}`))
  await answerAll(slow, all.length)
  await Promise.all(all)
  expect(slow.asked.lastIndexOf('guest 9')).toBeLessThanOrEqual(21)
})

it('[ROOM-18] refuses, where too much waits in all, the newest of whoever has most', async () => {
  const slow = slowStorage()
  const inTurns = takeStorageInTurns(slow.storage, { ...bounds, atOnce: 1, waitingInAll: 3 })
  const refused: string[] = []
  const asks = (person: string, what: string, network: string): Promise<unknown> =>
    ask(inTurns, { network, person }, what).catch(({ code }: { code: string }) =>
      refused.push(`${what}: ${code}`),
    )
  const all = ['under way', 'one', 'two'].map((what) => asks('mal', what, 'far'))
  all.push(asks('ann', 'ann', 'far'), asks('fay', 'fay', 'home'), asks('mal', 'three', 'far'))
  await answerAll(slow, 4)
  await Promise.all(all)
  expect(slow.asked).toEqual(['under way', 'one', 'fay', 'ann'])
  expect(refused).toEqual(['two: overloaded', 'three: overloaded'])
})

it('[ROOM-18] refuses whoever waits with too many, and nobody else', async () => {
  const slow = slowStorage()
  const inTurns = takeStorageInTurns(slow.storage, { ...bounds, atOnce: 1, waitingPerAsker: 1 })
  const held = [ask(inTurns, { person: 'mal' }, 'a'), ask(inTurns, { person: 'mal' }, 'b')]
  await expect(ask(inTurns, { person: 'mal' }, 'c')).rejects.toMatchObject({ code: 'overloaded' })
  held.push(ask(inTurns, { person: 'fay' }, 'd'))
  await answerAll(slow, 3)
  await Promise.all(held)
  expect(slow.asked).toEqual(['a', 'b', 'd'])
})

it('lets copies of boards through one after the other, and others beside them', async () => {
  const copying: (() => void)[] = []
  const createBoard: BoardStorage['createBoard'] = () => new Promise((resolve) => copying.push(resolve))
  const inTurns = takeStorageInTurns({ ...createMemoryBoardStorage(), createBoard }, { ...bounds, atOnce: 1 })
  const copy = (): Promise<void> =>
    inTurns.createBoard({} as never, [], {} as never, { images: { from: 'one' as never, copies: [] } })
  const copies = [copy(), copy()]
  expect(await inTurns.findPerson(id('a'))).toBeNull()
  expect(copying).toHaveLength(1)
  copying.shift()?.()
  await until('the next copy is made', () => copying.length === 1)
  copying.shift()?.()
  await Promise.all(copies)
})
