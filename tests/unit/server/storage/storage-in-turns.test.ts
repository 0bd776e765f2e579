import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { takeStorageInTurns } from '@/server/storage/storage-in-turns'
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

it('lets so many calls through at once, the others in their order, also after one that fails', async () => {
  const { storage, asked, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { atOnce: 2, waiting: 10 })
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
  const inTurns = takeStorageInTurns(storage, { atOnce: 1, waiting: 10 })
  const held = [inTurns.findPerson(id('a')), inTurns.findBoard('none' as never)]
  await storage.savePerson({ id: id('x'), name: 'X', createdAt: 1 })
  answerNext()
  expect(await Promise.all(held)).toEqual([null, null])
})

it('refuses what would wait too long', async () => {
  const { storage, answerNext } = slowStorage()
  const inTurns = takeStorageInTurns(storage, { atOnce: 1, waiting: 1 })
  const held = [inTurns.findPerson(id('a')), inTurns.findPerson(id('b'))]
  await expect(inTurns.findPerson(id('c'))).rejects.toMatchObject({ code: 'overloaded' })
  answerNext()
  await held[0]
  answerNext()
  await held[1]
})

it('lets copies of boards through one after the other, and others beside them', async () => {
  const copying: (() => void)[] = []
  const createBoard: BoardStorage['createBoard'] = () => new Promise((resolve) => copying.push(resolve))
  const inTurns = takeStorageInTurns(
    { ...createMemoryBoardStorage(), createBoard },
    { atOnce: 1, waiting: 10 },
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
