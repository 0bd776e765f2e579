import { higherRole } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import type {
  BoardStorage,
  StoredAsset,
  StoredBoard,
  StoredLink,
  StoredMembership,
  StoredPerson,
} from './board-storage'
import { toColorSlot } from './color-slot'
import { MemoryDocument } from './memory-document'
import { storageFailed } from './storage-failed'

interface KeptBoard {
  readonly board: StoredBoard
  readonly links: readonly StoredLink[]
  readonly members: Map<PersonId, StoredMembership>
  readonly document: MemoryDocument
}

/** Everything that is kept. Each call reads or changes it in one go, so every call is a transaction. */
class Memory {
  readonly boards = new Map<BoardId, KeptBoard>()
  readonly links = new Map<string, StoredLink>()
  readonly people = new Map<PersonId, StoredPerson>()
  readonly assets = new Map<string, StoredAsset>()

  board(boardId: BoardId): KeptBoard {
    const kept = this.boards.get(boardId)
    if (!kept) throw storageFailed(`There is no board ${boardId}.`)
    return kept
  }
}

type Calls<Name extends keyof BoardStorage> = {
  [Call in Name]: (...given: Parameters<BoardStorage[Call]>) => Awaited<ReturnType<BoardStorage[Call]>>
}

/** Keeps boards for as long as the process runs: for tests, and for a server that must leave nothing behind. */
export function createMemoryBoardStorage(): BoardStorage {
  const memory = new Memory()
  let isStopped = false
  /** Bytes and objects are copied both ways, as they are by a storage that writes them down. */
  const act =
    <Given extends readonly unknown[], Answer>(work: (...given: Given) => Answer) =>
    (...given: Given): Promise<Answer> =>
      new Promise((resolve) => {
        if (isStopped) throw storageFailed('The storage is stopped.')
        resolve(structuredClone(work(...structuredClone(given))))
      })
  const boards = boardCalls(memory)
  const people = peopleCalls(memory)
  const documents = documentCalls(memory)
  return {
    start: () => Promise.resolve(void (isStopped = false)),
    stop: () => Promise.resolve(void (isStopped = true)),
    check: act(() => undefined),
    createBoard: act(boards.createBoard),
    findBoard: act(boards.findBoard),
    findLink: act(boards.findLink),
    listLinks: act(boards.listLinks),
    savePerson: act(people.savePerson),
    findPerson: act(people.findPerson),
    join: act(people.join),
    setRole: act(people.setRole),
    findMembership: act(people.findMembership),
    listBoardsOf: act(people.listBoardsOf),
    append: act(documents.append),
    load: act(documents.load),
    saveSnapshot: act(documents.saveSnapshot),
    listChanges: act(documents.listChanges),
    saveAsset: act(boards.saveAsset),
    findAsset: act(boards.findAsset),
  }
}

type BoardCallName = 'createBoard' | 'findBoard' | 'findLink' | 'listLinks' | 'saveAsset' | 'findAsset'

function boardCalls(memory: Memory): Calls<BoardCallName> {
  return {
    createBoard: (board, links, first) => {
      if (memory.boards.has(board.id)) throw storageFailed(`Board ${board.id} is there already.`)
      const hashes = new Set([...memory.links.keys(), ...links.map((link) => link.secretHash)])
      if (hashes.size < memory.links.size + links.length)
        throw storageFailed('Two links have the same secret.')
      const document = new MemoryDocument()
      document.append(first)
      const inOrder = links.toSorted((one, other) => one.createdAt - other.createdAt)
      memory.boards.set(board.id, { board, links: inOrder, members: new Map(), document })
      for (const link of links) memory.links.set(link.secretHash, link)
    },
    findBoard: (boardId) => memory.boards.get(boardId)?.board ?? null,
    findLink: (secretHash) => memory.links.get(secretHash) ?? null,
    listLinks: (boardId) => memory.boards.get(boardId)?.links ?? [],
    saveAsset: (asset) => {
      memory.board(asset.boardId)
      if (!memory.assets.has(asset.id)) memory.assets.set(asset.id, asset)
    },
    findAsset: (assetId) => memory.assets.get(assetId) ?? null,
  }
}

type PeopleCallName = 'savePerson' | 'findPerson' | 'join' | 'setRole' | 'findMembership' | 'listBoardsOf'

function peopleCalls(memory: Memory): Calls<PeopleCallName> {
  const find = (boardId: BoardId, personId: PersonId) =>
    memory.boards.get(boardId)?.members.get(personId) ?? null
  const keep = (membership: StoredMembership): StoredMembership => {
    memory.board(membership.boardId).members.set(membership.personId, membership)
    return membership
  }
  return {
    savePerson: (person) => {
      const createdAt = memory.people.get(person.id)?.createdAt ?? person.createdAt
      memory.people.set(person.id, { ...person, createdAt })
    },
    findPerson: (personId) => memory.people.get(personId) ?? null,
    join: (...[boardId, personId, role, at]) => {
      const { members } = memory.board(boardId)
      if (!memory.people.has(personId)) throw storageFailed(`There is no person ${personId}.`)
      const known = members.get(personId)
      if (known) return keep({ ...known, role: higherRole(known.role, role) })
      return keep({ boardId, personId, role, colorSlot: toColorSlot(members.size), joinedAt: at })
    },
    setRole: (boardId, personId, role) => {
      const known = find(boardId, personId)
      return known && keep({ ...known, role })
    },
    findMembership: find,
    listBoardsOf: (personId) =>
      [...memory.boards.values()]
        .flatMap(({ board, members }) => {
          const membership = members.get(personId)
          return membership ? [{ board, membership }] : []
        })
        .sort(
          (one, other) =>
            other.membership.joinedAt - one.membership.joinedAt || (one.board.id < other.board.id ? -1 : 1),
        )
        .map(({ board, membership }) => ({ ...board, role: membership.role })),
  }
}

function documentCalls(memory: Memory): Calls<'append' | 'load' | 'saveSnapshot' | 'listChanges'> {
  return {
    append: (batches) => {
      const documents = batches.map((batch) => memory.board(batch.boardId).document)
      return batches.map((batch, index) => documents[index]?.append(batch) ?? 0)
    },
    load: (boardId) => {
      const kept = memory.boards.get(boardId)
      return kept ? kept.document.load(kept.board.epoch) : null
    },
    saveSnapshot: (...[boardId, epoch, uptoSeq, bytes]) =>
      memory.board(boardId).document.saveSnapshot(epoch, { uptoSeq, bytes }),
    listChanges: (boardId) => memory.boards.get(boardId)?.document.listChanges() ?? [],
  }
}
