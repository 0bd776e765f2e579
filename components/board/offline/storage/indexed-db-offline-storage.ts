import type { BoardId } from '@/lib/ids'
import { documentName } from './document-name'
import type {
  Kept,
  KeptChange,
  KeptDocument,
  KeptWrite,
  OfflineStorage,
  Owner,
  RefusedChange,
} from './offline-storage'

const NAME = 'contour-offline'
const [CHANGES, REFUSED, DOCUMENTS] = ['changes', 'refused', 'documents'] as const

/** Opens what this browser keeps. Rejects where it keeps nothing: in some private windows, or where it is forbidden. */
export async function openIndexedDbOfflineStorage(factory: IDBFactory): Promise<OfflineStorage> {
  const database = await openDatabase(factory)
  const run = <Answer>(work: Work<Answer>, mode: IDBTransactionMode = 'readwrite'): Promise<Answer> =>
    runTransaction(database, mode, work)
  return {
    lasts: true,
    read: (owner) => run((stores) => readKept(stores, owner), 'readonly'),
    write: (owner, write) => run(async (stores) => writeKept(stores, owner, write)),
    take: (owner, ids, redo) =>
      run(async (stores) => {
        const { changes } = await readKept(stores, owner)
        const taken = changes.filter(({ id }) => ids.includes(id))
        const write = redo(taken)
        if (!write) return
        for (const { id } of taken) stores.changes.delete(keyOf(owner, id))
        writeKept(stores, owner, write)
      }),
    noteDocument: (document) =>
      run(async (stores) => void stores.documents.put(document, documentName(document))),
    listDocuments: () => run((stores) => listDocuments(stores), 'readonly'),
    dropDocuments: async (which) => {
      const gone = await run((stores) => dropDocuments(stores, which))
      deleteDatabases(factory, gone)
    },
    dropUnused: async (since, except) => {
      const gone = await run((stores) => dropUnused(stores, since, except))
      deleteDatabases(factory, gone)
    },
    forgetBoard: async (boardId) => {
      const { kept, gone } = await run(async (stores) => ({
        kept: await takeBoard(stores, boardId),
        gone: await dropDocuments(stores, (document) => document.boardId === boardId),
      }))
      deleteDatabases(factory, gone)
      return kept
    },
  }
}

interface Stores {
  readonly changes: IDBObjectStore
  readonly refused: IDBObjectStore
  readonly documents: IDBObjectStore
}

/** It may wait for requests of its own transaction alone, else the transaction ends under its hands. */
type Work<Answer> = (stores: Stores) => Promise<Answer>

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1)
    request.onupgradeneeded = () => {
      for (const name of [CHANGES, REFUSED])
        request.result.createObjectStore(name, { keyPath: ['personId', 'boardId', 'id'] })
      request.result.createObjectStore(DOCUMENTS)
    }
    request.onerror = () => reject(toError(request.error))
    request.onblocked = () => reject(new Error('another page holds an older version'))
    request.onsuccess = () => {
      const database = request.result
      database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}

/** Resolves when all of it is written; rejects when none is. */
function runTransaction<Answer>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: Work<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([CHANGES, REFUSED, DOCUMENTS], mode)
    const [changes, refused, documents] = [CHANGES, REFUSED, DOCUMENTS].map((name) =>
      transaction.objectStore(name),
    ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore]
    const answer = work({ changes, refused, documents })
    answer.catch(() => abort(transaction))
    transaction.oncomplete = () => void answer.then(resolve, reject)
    transaction.onabort = () => reject(toError(transaction.error))
  })
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // The browser ended it itself: what waited for it fails then, before it says so.
  }
}

function ask<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(toError(request.error))
  })
}

/** What this page or an earlier one wrote; nobody else can. */
function askAll<Entry>(store: IDBObjectStore, range?: IDBKeyRange): Promise<Entry[]> {
  return ask(store.getAll(range) as IDBRequest<Entry[]>)
}

async function readKept(stores: Stores, owner: Owner): Promise<Kept> {
  const [first, last] = [keyOf(owner, ''), [owner.personId, owner.boardId, []]]
  const range = IDBKeyRange.bound(first, last)
  const [changes, refused] = await Promise.all([
    askAll<KeptChange>(stores.changes, range),
    askAll<RefusedChange>(stores.refused, range),
  ])
  const byAge = (one: { at: number }, other: { at: number }): number => one.at - other.at
  return { changes: changes.sort(byAge), refused: refused.sort(byAge) }
}

async function dropUnused(stores: Stores, since: number, except: Owner): Promise<string[]> {
  const isOthers = (one: Owner): boolean => one.personId !== except.personId || one.boardId !== except.boardId
  for (const store of [stores.changes, stores.refused]) {
    const entries = await askAll<Owner & { readonly id: string; readonly at: number }>(store)
    for (const one of entries) if (isOthers(one) && one.at < since) store.delete(keyOf(one, one.id))
  }
  return dropDocuments(stores, (one) => isOthers(one) && one.usedAt < since)
}

function writeKept(stores: Stores, owner: Owner, write: KeptWrite): void {
  const { changes = [], dropChanges = [], replaced = [], refused = [], dropRefused = [] } = write
  for (const change of changes) stores.changes.put({ ...owner, ...change })
  for (const id of [...dropChanges, ...replaced]) stores.changes.delete(keyOf(owner, id))
  for (const change of refused) stores.refused.put({ ...owner, ...change })
  for (const id of dropRefused) stores.refused.delete(keyOf(owner, id))
}

async function takeBoard(stores: Stores, boardId: BoardId): Promise<readonly (Kept & Owner)[]> {
  const [changes, refused] = await Promise.all([askAll<Owner>(stores.changes), askAll<Owner>(stores.refused)])
  const ofBoard = [...changes, ...refused].filter((entry) => entry.boardId === boardId)
  const people = [...new Set(ofBoard.map(({ personId }) => personId))]
  const kept: (Kept & Owner)[] = []
  for (const personId of people) {
    const owner = { personId, boardId }
    const ofPerson = await readKept(stores, owner)
    for (const { id } of ofPerson.changes) stores.changes.delete(keyOf(owner, id))
    for (const { id } of ofPerson.refused) stores.refused.delete(keyOf(owner, id))
    kept.push({ ...owner, ...ofPerson })
  }
  return kept
}

function listDocuments(stores: Stores): Promise<KeptDocument[]> {
  return askAll<KeptDocument>(stores.documents)
}

async function dropDocuments(stores: Stores, which: (document: KeptDocument) => boolean): Promise<string[]> {
  const gone = (await listDocuments(stores)).filter(which).map(documentName)
  for (const name of gone) stores.documents.delete(name)
  return gone
}

/**
 * A page that has one open lets go of it when it hears of this. Nobody waits: whoever opens one of that name comes
 * after its deletion anyhow, and a page that sleeps may hold it for long.
 */
function deleteDatabases(factory: IDBFactory, names: readonly string[]): void {
  for (const name of names) factory.deleteDatabase(name)
}

function keyOf({ personId, boardId }: Owner, id: string): string[] {
  return [personId, boardId, id]
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error('the browser keeps nothing', { cause })
}
