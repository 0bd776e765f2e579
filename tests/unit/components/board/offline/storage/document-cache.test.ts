import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DocumentCache } from '@/components/board/offline/storage/document-cache'
import { until } from '@/tests/support/until'

const NAME = 'contour-document ada board-1 1'
const opened: DocumentCache[] = []

async function open(doc: Y.Doc, onFailed = (): void => undefined): Promise<DocumentCache> {
  const cache = new DocumentCache({ name: NAME, doc, onFailed })
  opened.push(cache)
  await cache.load()
  return cache
}

afterEach(async () => {
  for (const cache of opened.splice(0)) cache.stop()
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve))
})

async function countKept(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(NAME)
    request.onsuccess = () => resolve(request.result)
  })
  const request = database.transaction('updates').objectStore('updates').count()
  const count = await new Promise<number>((resolve) => (request.onsuccess = () => resolve(request.result)))
  database.close()
  return count
}

test('a document comes back as it was, whoever changed it', async () => {
  const doc = new Y.Doc()
  await open(doc)
  doc.getMap('records').set('a', 1)
  const other = new Y.Doc()
  other.getMap('records').set('b', 2)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote')
  await until('both are written', async () => (await countKept()) >= 3)
  opened.pop()?.stop()
  const again = new Y.Doc()
  await open(again)
  expect(again.getMap('records').toJSON()).toEqual({ a: 1, b: 2 })
})

test('a long list of updates is written anew as one, also while nobody rests', async () => {
  const doc = new Y.Doc()
  await open(doc)
  for (let count = 0; count < 2_100; count++) doc.getMap('records').set('a', count)
  await until('the list is short', async () => (await countKept()) < 600)
  opened.pop()?.stop()
  const again = new Y.Doc()
  await open(again)
  expect(again.getMap('records').get('a')).toBe(2_099)
})

test('a database that is taken away ends it, and the document can still be changed', async () => {
  const doc = new Y.Doc()
  let failures = 0
  await open(doc, () => failures++)
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve))
  doc.getMap('records').set('a', 1)
  expect([failures, doc.getMap('records').get('a')]).toEqual([1, 1])
})

test('what the browser ends while it reads or writes ends the copy, and nobody has to catch anything', async () => {
  const unheard: unknown[] = []
  const hear = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  const begin = IDBDatabase.prototype.transaction
  let isEnding = false
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = begin.apply(this, given)
    // By then it was asked for something.
    if (isEnding && transaction.mode !== 'versionchange') queueMicrotask(() => transaction.abort())
    return transaction
  }
  try {
    for (const isLoaded of [false, true]) {
      const doc = new Y.Doc()
      let failures = 0
      isEnding = !isLoaded
      await open(doc, () => failures++)
      isEnding = true
      doc.getMap('records').set('a', 1)
      await until('it has ended', () => failures > 0)
      await new Promise(setImmediate)
      expect([failures, unheard]).toEqual([1, []])
      doc.getMap('records').set('a', 2)
    }
  } finally {
    IDBDatabase.prototype.transaction = begin
    process.off('unhandledRejection', hear)
  }
})
