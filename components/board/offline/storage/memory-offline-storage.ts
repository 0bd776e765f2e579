import type { Kept, KeptDocument, KeptWrite, OfflineStorage, Owner } from './offline-storage'

export interface MemoryOfflineStorage extends OfflineStorage {
  /** Hands over what is kept for one person on one board, and keeps it no more. */
  takeOut(owner: Owner): Kept
}

/** Keeps as long as the page lives: for browsers that keep nothing, or forbid it. */
export function createMemoryOfflineStorage(): MemoryOfflineStorage {
  const kept = new Map<string, Owner & Kept>()
  let documents: readonly KeptDocument[] = []
  const nameOf = ({ personId, boardId }: Owner): string => `${personId} ${boardId}`
  const of = (owner: Owner): Owner & Kept => kept.get(nameOf(owner)) ?? { ...owner, changes: [], refused: [] }
  const write = (owner: Owner, write: KeptWrite): void => {
    const { changes = [], dropChanges = [], replaced = [], refused = [], dropRefused = [] } = write
    const { personId, boardId, ...old } = of(owner)
    kept.set(nameOf(owner), {
      personId,
      boardId,
      changes: merge(old.changes, changes, [...dropChanges, ...replaced]),
      refused: merge(old.refused, refused, dropRefused),
    })
  }
  return {
    lasts: false,
    read: async (owner) => of(owner),
    write: async (owner, given) => write(owner, given),
    take: async (owner, ids, redo) => {
      const taken = of(owner).changes.filter(({ id }) => ids.includes(id))
      const made = redo(taken)
      if (!made) return
      write(owner, { dropChanges: taken.map(({ id }) => id) })
      write(owner, made)
    },
    noteDocument: async (document) => {
      documents = [...documents.filter((other) => !isSame(other, document)), document]
    },
    listDocuments: async () => documents,
    dropDocuments: async (which) => {
      documents = documents.filter((document) => !which(document))
    },
    // A page does not live so long.
    dropUnused: async () => undefined,
    takeOut: (owner) => {
      const taken = of(owner)
      kept.delete(nameOf(owner))
      return taken
    },
    forgetBoard: async (boardId) => {
      documents = documents.filter((document) => document.boardId !== boardId)
      const gone = [...kept.values()].filter((one) => one.boardId === boardId)
      for (const one of gone) kept.delete(nameOf(one))
      return gone
    },
  }
}

function merge<Entry extends { readonly id: string }>(
  old: readonly Entry[],
  added: readonly Entry[],
  dropped: readonly string[],
): readonly Entry[] {
  const gone = new Set([...dropped, ...added.map(({ id }) => id)])
  return [...old.filter(({ id }) => !gone.has(id)), ...added.filter(({ id }) => !dropped.includes(id))]
}

function isSame(one: KeptDocument, other: KeptDocument): boolean {
  return one.personId === other.personId && one.boardId === other.boardId && one.epoch === other.epoch
}
