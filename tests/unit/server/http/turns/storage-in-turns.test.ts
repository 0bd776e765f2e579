import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
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
let asker = 'ada'
const asking = { name: () => asker }
const ask = (storage: BoardStorage, name: string, what: string): Promise<unknown> => {
  asker = name
  return storage.findPerson(id(what))
}

it('lets so many calls through at once, the others in their order, also after one that fails', async () => {
  const { storage, asked, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { asking, atOnce: 2, waitingPerAsker: 10 })
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
  const inTurns = takeStorageInTurns(storage, { asking, atOnce: 1, waitingPerAsker: 10 })
  const held = [inTurns.findPerson(id('a')), inTurns.findBoard('none' as never)]
  await storage.savePerson({ id: id('x'), name: 'X', createdAt: 1 })
  answerNext()
  expect(await Promise.all(held)).toEqual([null, null])
})

it('[ROOM-18] lets somebody in next, with however many another waits', async () => {
  const { storage, asked, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { asking, atOnce: 1, waitingPerAsker: 1_000 })
  const flood = Array.from({ length: 100 }, (_, at) => ask(inTurns, 'mal', `mal ${at}`))
  const honest = ask(inTurns, 'fay', 'fay')
  for (let many = 1; many <= 3; many++) {
    await until('the next is asked', () => asked.length === many)
    answerNext()
  }
  expect(asked.slice(0, 3)).toEqual(['mal 0', 'mal 1', 'fay'])
  await honest
  for (let many = 4; many <= 101; many++) {
    await until('the next is asked', () => asked.length === many)
    answerNext()
  }
  await Promise.all(flood)
})

it('[ROOM-18] refuses whoever waits with too many, and nobody else', async () => {
  const { storage, asked, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { asking, atOnce: 1, waitingPerAsker: 1 })
  const held = [ask(inTurns, 'mal', 'a'), ask(inTurns, 'mal', 'b')]
  await expect(ask(inTurns, 'mal', 'c')).rejects.toMatchObject({ code: 'overloaded' })
  held.push(ask(inTurns, 'fay', 'd'))
  for (let many = 1; many <= 3; many++) {
    await until('the next is asked', () => asked.length === many)
    answerNext()
  }
  await Promise.all(held)
  expect(asked).toEqual(['a', 'b', 'd'])
})

it('lets copies of boards through one after the other, and others beside them', async () => {
  const copying: (() => void)[] = []
  const createBoard: BoardStorage['createBoard'] = () => new Promise((resolve) => copying.push(resolve))
  const inTurns = takeStorageInTurns(
    { ...createMemoryBoardStorage(), createBoard },
    { asking, atOnce: 1, waitingPerAsker: 10 },
  )
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
