import { createMemoryOfflineStorage } from './memory-offline-storage'
import type { Kept, KeptWrite, OfflineStorage, Owner } from './offline-storage'

/** What was kept in memory, and what it was made of, which a browser still has. */
export interface KeptInMemory extends Kept {
  readonly replaced: readonly string[]
}

interface MemoryInstead extends OfflineStorage {
  takeOut(owner: Owner): KeptInMemory
}

const instead = new WeakMap<OfflineStorage, MemoryInstead>()

/**
 * What stands in for a browser that does not answer, the same for all documents of a page: what waits comes along when
 * one takes the place of another. What is let go of here that browser lets go of as well, should it answer one day: a
 * later page would do it again.
 */
export function memoryInsteadOf(storage: OfflineStorage): OfflineStorage {
  const memory = instead.get(storage) ?? createMemoryInstead(storage)
  instead.set(storage, memory)
  return memory
}

/**
 * Takes out what was kept in memory of this board while this browser did not answer, which it does again. What other
 * boards kept stays until they are opened.
 */
export function takeFromMemory(storage: OfflineStorage, owner: Owner): KeptInMemory {
  return instead.get(storage)?.takeOut(owner) ?? { changes: [], refused: [], replaced: [] }
}

function createMemoryInstead(storage: OfflineStorage): MemoryInstead {
  const memory = createMemoryOfflineStorage()
  let owed: readonly Owed[] = []
  const letGo = (owner: Owner, given: KeptWrite): void => {
    const { dropChanges = [], dropRefused = [] } = given
    const before = owed.map((one) => (isSame(one.owner, owner) ? afterWrite(one, given) : one))
    const all = [...before, toOwed(owner, given)]
    owed = all.filter(({ by }) => by.length > 0)
    const safe = all.filter(({ by }) => by.length === 0)
    const ids = [...dropChanges, ...safe.flatMap(({ replaced }) => replaced)]
    if (ids.length + dropRefused.length === 0) return
    void storage.write(owner, { dropChanges: ids, dropRefused }).catch(() => undefined)
  }
  return {
    ...memory,
    takeOut: (owner) => {
      const replaced = owed.filter((one) => isSame(one.owner, owner)).flatMap((one) => one.replaced)
      owed = owed.filter((one) => !isSame(one.owner, owner))
      return { ...memory.takeOut(owner), replaced }
    },
    write: (owner, write) => {
      letGo(owner, write)
      return memory.write(owner, write)
    },
    take: (owner, ids, redo) =>
      memory.take(owner, ids, (taken) => {
        const made = redo(taken)
        if (made) letGo(owner, { ...made, replaced: [...ids, ...(made.replaced ?? [])] })
        return made
      }),
  }
}

/** What the browser is to keep until what was made of it is safe: should this page end before, a later one does it. */
interface Owed {
  readonly owner: Owner
  readonly replaced: readonly string[]
  readonly by: readonly string[]
}

function toOwed(owner: Owner, { changes = [], replaced = [] }: KeptWrite): Owed {
  return { owner, replaced, by: replaced.length > 0 ? changes.map(({ id }) => id) : [] }
}

function afterWrite(owed: Owed, { changes = [], dropChanges = [], replaced = [] }: KeptWrite): Owed {
  const waiting = owed.by.filter((id) => !dropChanges.includes(id))
  const left = waiting.filter((id) => !replaced.includes(id))
  return { ...owed, by: left.length < waiting.length ? [...left, ...changes.map(({ id }) => id)] : left }
}

function isSame(one: Owner, other: Owner): boolean {
  return one.personId === other.personId && one.boardId === other.boardId
}
