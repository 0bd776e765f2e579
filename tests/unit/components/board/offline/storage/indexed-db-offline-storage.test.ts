import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { openIndexedDbOfflineStorage } from '@/components/board/offline/storage/indexed-db-offline-storage'
import { until } from '@/tests/support/until'
import { ADA, BO, keptChange } from '../../support/kept-samples'
import { describeOfflineStorage } from '../offline-storage-rules'

describeOfflineStorage(() => openIndexedDbOfflineStorage(new IDBFactory()))

test('it outlives the page, and changes of one moment stay in the order in which they were made', async () => {
  const factory = new IDBFactory()
  const first = await openIndexedDbOfflineStorage(factory)
  await first.write(ADA, { changes: [keptChange('x-00000010'), keptChange('x-00000009')] })
  const later = await openIndexedDbOfflineStorage(factory)
  expect((await later.read(ADA)).changes.map(({ id }) => id)).toEqual(['x-00000009', 'x-00000010'])
  expect(later.lasts).toBe(true)
})

test('what nobody came back to goes, but not what is kept for who is here', async () => {
  const storage = await openIndexedDbOfflineStorage(new IDBFactory())
  const refused = { id: 'r', at: 1, reason: 'gone', words: ['Initiative: Alpha'] } as const
  for (const owner of [ADA, BO]) {
    const changes = [keptChange('old', { at: 1 }), keptChange('new', { at: 9 })]
    await storage.write(owner, { changes, refused: [refused] })
    await storage.noteDocument({ ...owner, epoch: 1, usedAt: 1 })
  }
  await storage.dropUnused(5, ADA)
  const kept = await Promise.all([ADA, BO].map((owner) => storage.read(owner)))
  expect(kept.map(({ changes, refused: list }) => [changes.length, list.length])).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect((await storage.listDocuments()).map(({ personId }) => personId)).toEqual([ADA.personId])
})

test('a document that is dropped takes its database along', async () => {
  const factory = new IDBFactory()
  const storage = await openIndexedDbOfflineStorage(factory)
  const document = { ...ADA, epoch: 1, usedAt: 1 }
  await storage.noteDocument(document)
  const name = 'contour-document ada board-1 1'
  const openPage = (): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      const request = factory.open(name)
      request.onsuccess = () => resolve(request.result)
    })
  const names = async (): Promise<unknown[]> => (await factory.databases()).map((one) => one.name)
  const sleeping = await openPage()
  expect(await names()).toContain(name)
  await storage.dropDocuments(() => true)
  sleeping.close()
  await until('it is gone', async () => !(await names()).includes(name))
})

test('what the browser ends under its hands fails, and nothing else does', async () => {
  const factory = new IDBFactory()
  const transactions: IDBTransaction[] = []
  const open = (...given: Parameters<IDBFactory['open']>): IDBOpenDBRequest => {
    const request = factory.open(...given)
    request.addEventListener('success', () => {
      const { result: database } = request
      const begin = database.transaction.bind(database)
      database.transaction = (...names) => {
        const transaction = begin(...names)
        transactions.push(transaction)
        return transaction
      }
    })
    return request
  }
  const storage = await openIndexedDbOfflineStorage({ open } as IDBFactory)
  const unheard: unknown[] = []
  const hear = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  const reading = storage.read(ADA)
  transactions.at(-1)?.abort()
  await expect(reading).rejects.toThrow()
  await new Promise(setImmediate)
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})
