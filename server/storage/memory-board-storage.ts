import { higherRole, type Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import type { BoardStorage, ListedMember, StoredBoard, StoredLink, StoredMembership } from './board-storage'
import { toColorSlot } from './color-slot'
import { MemoryDocument } from './memory-document'
import { Memory, toMembership, type Calls, type Member } from './memory-store'
import { storageFailed } from './storage-failed'

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
  const links = linkCalls(memory)
  const people = peopleCalls(memory)
  const documents = documentCalls(memory)
  return {
    start: () => Promise.resolve(void (isStopped = false)),
    stop: () => Promise.resolve(void (isStopped = true)),
    check: act(() => undefined),
    measure: act(() => memory.measure()),
    createBoard: act(boards.createBoard),
    findBoard: act(boards.findBoard),
    renameBoard: act(boards.renameBoard),
    setBoardDeleted: act(boards.setBoardDeleted),
    eraseDeletedBoard: act(boards.eraseDeletedBoard),
    findLink: act(links.findLink),
    listLinks: act(links.listLinks),
    replaceLink: act(links.replaceLink),
    setLinkExpiry: act(links.setLinkExpiry),
    savePerson: act(people.savePerson),
    findPerson: act(people.findPerson),
    join: act(people.join),
    setRole: act(people.setRole),
    findMembership: act(people.findMembership),
    leave: act(people.leave),
    findVisit: act(people.findVisit),
    listMembers: act(people.listMembers),
    noteOpened: act(people.noteOpened),
    listBoardsOf: act(people.listBoardsOf),
    append: act(documents.append),
    renewBoard: act(documents.renewBoard),
    load: act(documents.load),
    measureDocument: act(documents.measureDocument),
    lastSeq: act(documents.lastSeq),
    saveSnapshot: act(documents.saveSnapshot),
    listChanges: act(documents.listChanges),
    listChangesOf: act(documents.listChangesOf),
    saveAsset: act(boards.saveAsset),
    findAsset: act(boards.findAsset),
    measureImages: act(boards.measureImages),
  }
}

type BoardCallName =
  | 'createBoard'
  | 'findBoard'
  | 'renameBoard'
  | 'setBoardDeleted'
  | 'eraseDeletedBoard'
  | 'saveAsset'
  | 'findAsset'
  | 'measureImages'

function boardCalls(memory: Memory): Calls<BoardCallName> {
  const change = (boardId: BoardId, turn: (board: StoredBoard) => StoredBoard): void => {
    const kept = memory.boards.get(boardId)
    if (kept) memory.boards.set(boardId, { ...kept, board: turn(kept.board) })
  }
  return {
    createBoard: (...[board, links, first, { founder, images } = {}]) => {
      if (memory.boards.has(board.id)) throw storageFailed(`Board ${board.id} is there already.`)
      const hashes = new Set([...memory.links.keys(), ...links.map((link) => link.secretHash)])
      if (hashes.size < memory.links.size + links.length)
        throw storageFailed('Two links have the same secret.')
      if (founder !== undefined && !memory.people.has(founder))
        throw storageFailed(`There is no person ${founder}.`)
      const copied = images ? memory.copyImages(board.id, images) : []
      const document = new MemoryDocument()
      document.append(first)
      const members = new Map(founder === undefined ? [] : [[founder, toFounder(board, founder)]])
      memory.boards.set(board.id, { board, members, document })
      for (const image of copied) memory.assets.set(image.id, image)
      for (const link of links) memory.links.set(link.secretHash, link)
    },
    findBoard: (boardId) => memory.boards.get(boardId)?.board ?? null,
    renameBoard: (boardId, title) => change(boardId, (board) => ({ ...board, title })),
    setBoardDeleted: (boardId, deletedAt) =>
      change(boardId, ({ id, title, epoch, createdAt }) => ({
        ...{ id, title, epoch, createdAt },
        ...(deletedAt !== null && { deletedAt }),
      })),
    eraseDeletedBoard: (deletedUntil) => {
      const [first] = [...memory.boards.values()]
        .flatMap(({ board }) => (board.deletedAt === undefined ? [] : [{ ...board, at: board.deletedAt }]))
        .filter(({ at }) => at <= deletedUntil)
        .sort((one, other) => one.at - other.at)
      if (!first) return null
      memory.boards.delete(first.id)
      for (const { secretHash } of memory.linksOf(first.id)) memory.links.delete(secretHash)
      for (const { id, boardId } of memory.assets.values()) if (boardId === first.id) memory.assets.delete(id)
      return first.id
    },
    saveAsset: (...[asset, , room]) => {
      memory.board(asset.boardId)
      if (memory.assets.has(asset.id)) return true
      const fits = memory.imagesFit(asset, room)
      if (fits) memory.assets.set(asset.id, asset)
      return fits
    },
    findAsset: (assetId) => memory.assets.get(assetId) ?? null,
    measureImages: (boardId) => memory.bytesOfImages(boardId),
  }
}

function toFounder({ id, createdAt }: StoredBoard, personId: PersonId): Member {
  return { boardId: id, personId, role: 'facilitator', colorSlot: toColorSlot(0), joinedAt: createdAt }
}

function linkCalls(memory: Memory): Calls<'findLink' | 'listLinks' | 'replaceLink' | 'setLinkExpiry'> {
  const listOf = (boardId: BoardId, role: Role): StoredLink[] =>
    memory.linksOf(boardId).filter((link) => link.role === role)
  return {
    findLink: (secretHash) => memory.links.get(secretHash) ?? null,
    listLinks: (boardId) => memory.linksOf(boardId),
    replaceLink: (link) => {
      memory.board(link.boardId)
      const taken = memory.links.get(link.secretHash)
      if (taken && (taken.boardId !== link.boardId || taken.role !== link.role))
        throw storageFailed('Two links have the same secret.')
      for (const { secretHash } of listOf(link.boardId, link.role)) memory.links.delete(secretHash)
      memory.links.set(link.secretHash, link)
    },
    setLinkExpiry: (boardId, role, expiresAt) => {
      for (const { secretHash, createdAt } of listOf(boardId, role)) {
        const link = { boardId, role, secretHash, createdAt }
        memory.links.set(secretHash, expiresAt === null ? link : { ...link, expiresAt })
      }
    },
  }
}

type PeopleCallName =
  | 'savePerson'
  | 'findPerson'
  | 'join'
  | 'setRole'
  | 'findMembership'
  | 'leave'
  | 'findVisit'
  | 'listMembers'
  | 'noteOpened'
  | 'listBoardsOf'

function peopleCalls(memory: Memory): Calls<PeopleCallName> {
  const find = (boardId: BoardId, personId: PersonId): Member | null => {
    const member = memory.boards.get(boardId)?.members.get(personId)
    return member && !member.departure ? member : null
  }
  const keep = (member: Member): StoredMembership => {
    memory.board(member.boardId).members.set(member.personId, member)
    return toMembership(member)
  }
  const change = (boardId: BoardId, personId: PersonId, changed: Partial<Member>): void => {
    const known = memory.boards.get(boardId)?.members.get(personId)
    if (known) keep({ ...known, ...changed })
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
      if (known && !known.departure) return keep({ ...known, role: higherRole(known.role, role) })
      const colorSlot = known?.colorSlot ?? toColorSlot(members.size)
      return keep({ boardId, personId, role, colorSlot, joinedAt: at })
    },
    setRole: (boardId, personId, role) => {
      const known = find(boardId, personId)
      const others = [...(memory.boards.get(boardId)?.members.values() ?? [])].filter(
        (member) => !member.departure && member.personId !== personId && member.role === 'facilitator',
      )
      const isLast = known?.role === 'facilitator' && role !== 'facilitator' && others.length === 0
      return known && !isLast ? keep({ ...known, role }) : null
    },
    findMembership: (boardId, personId) => {
      const known = find(boardId, personId)
      return known && toMembership(known)
    },
    leave: (boardId, personId, { departure }) => change(boardId, personId, { departure }),
    findVisit: (boardId, personId) => memory.visit(boardId, personId),
    listMembers: (boardId, most) =>
      [...(memory.boards.get(boardId)?.members.values() ?? [])]
        .filter(({ departure }) => !departure)
        .map((member) => toListed(memory, member))
        .sort((one, other) => other.openedAt - one.openedAt || (one.personId < other.personId ? -1 : 1))
        .slice(0, most),
    noteOpened: (boardId, personId, at) => change(boardId, personId, { openedAt: at }),
    listBoardsOf: (personId) =>
      [...memory.boards.values()]
        .flatMap(({ board }) => {
          const member = find(board.id, personId)
          return member ? [{ ...board, role: member.role, openedAt: member.openedAt ?? member.joinedAt }] : []
        })
        .sort((one, other) => other.openedAt - one.openedAt || (one.id < other.id ? -1 : 1)),
  }
}

function toListed({ people }: Memory, member: Member): ListedMember {
  const { personId, role, colorSlot, joinedAt, openedAt = joinedAt } = member
  return { personId, name: people.get(personId)?.name ?? '', role, colorSlot, openedAt }
}

function documentCalls(
  memory: Memory,
): Calls<
  | 'append'
  | 'renewBoard'
  | 'load'
  | 'measureDocument'
  | 'lastSeq'
  | 'saveSnapshot'
  | 'listChanges'
  | 'listChangesOf'
> {
  const read = <Answer>(boardId: BoardId, run: (document: MemoryDocument, epoch: number) => Answer) => {
    const kept = memory.boards.get(boardId)
    return kept ? run(kept.document, kept.board.epoch) : null
  }
  return {
    append: (batches) => {
      const documents = batches.map((batch) => memory.board(batch.boardId).document)
      return batches.map((batch, index) => documents[index]?.append(batch) ?? 0)
    },
    renewBoard: (first, from, left) => {
      const kept = memory.boards.get(first.boardId)
      if (kept?.board.epoch !== from.epoch || !kept.document.renew(first, from, left)) return false
      memory.boards.set(first.boardId, { ...kept, board: { ...kept.board, epoch: first.epoch } })
      return true
    },
    load: (boardId) => read(boardId, (document, epoch) => document.load(epoch)),
    measureDocument: (boardId) => read(boardId, (document, epoch) => document.measure(epoch)) ?? 0,
    lastSeq: (boardId) => read(boardId, (document, epoch) => document.load(epoch).lastSeq) ?? 0,
    saveSnapshot: (...[boardId, epoch, uptoSeq, bytes]) =>
      memory.board(boardId).document.saveSnapshot(epoch, { uptoSeq, bytes }),
    listChanges: (boardId) => memory.boards.get(boardId)?.document.listChanges() ?? [],
    listChangesOf: (boardId, record) => memory.boards.get(boardId)?.document.listChangesOf(record) ?? [],
  }
}
