import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import type { BoardStorage } from '@/server/storage/board-storage'
import { describeDocumentRules } from './board-document-rules'
import {
  ADA,
  BEN,
  BOARD,
  OTHER_BOARD,
  batchOf,
  boardOf,
  createSampleBoard,
  linkOf,
  SEED,
} from './stored-samples'

const MISSING = 'missing' as BoardId
const REFUSED = { name: 'AppError', code: 'storage-failed' }

/** Every rule of the port. `makeStorage` answers with an empty storage that is not started. */
export function describeBoardStorage(
  name: string,
  makeStorage: () => BoardStorage | Promise<BoardStorage>,
): void {
  describe(`${name} keeps the rules of the board storage`, () => {
    let storage: BoardStorage
    beforeEach(async () => {
      storage = await makeStorage()
      await storage.start()
    })
    afterEach(() => storage.stop())

    describe('life', () => describeLife(() => storage))
    describe('boards', () => describeBoards(() => storage))
    describe('people', () => describePeople(() => storage))
    describe('members', () => describeMembers(() => storage))
    describe('assets', () => describeAssets(() => storage))
    describeDocumentRules(() => storage)
  })
}

function describeLife(storage: () => BoardStorage): void {
  it('answers the health check while it runs', async () => {
    await expect(storage().check()).resolves.toBeUndefined()
  })

  it('starts and stops twice without harm', async () => {
    await createSampleBoard(storage())
    await Promise.all([storage().start(), storage().start()])
    expect(await storage().findBoard(BOARD)).toEqual(boardOf(BOARD))
    await Promise.all([storage().stop(), storage().stop()])
    await storage().stop()
  })

  it('refuses calls once stopped', async () => {
    await storage().stop()
    await expect(storage().check()).rejects.toMatchObject(REFUSED)
    await expect(storage().findBoard(BOARD)).rejects.toMatchObject(REFUSED)
  })

  it('finishes the writes under way before it stops, and has them after another start', async () => {
    await createSampleBoard(storage())
    const writes = [1, 2, 3].map((number) => storage().append([batchOf(BOARD, Uint8Array.of(number))]))
    await storage().stop()
    expect(await Promise.all(writes)).toEqual([[2], [3], [4]])
    await storage().start()
    expect((await storage().load(BOARD))?.lastSeq).toBe(4)
  })
}

function describeBoards(storage: () => BoardStorage): void {
  it('finds a board and its links by their secrets', async () => {
    const links = [
      linkOf(BOARD, 'a', { role: 'facilitator' }),
      linkOf(BOARD, 'b', { expiresAt: 1_900_000_000_000 }),
    ]
    await storage().createBoard(boardOf(BOARD, { title: 'Wörkshop ⚡ 1' }), links, batchOf(BOARD, SEED))
    expect(await storage().findBoard(BOARD)).toEqual(boardOf(BOARD, { title: 'Wörkshop ⚡ 1' }))
    expect(await storage().findLink('a')).toStrictEqual(links[0])
    expect(await storage().findLink('b')).toStrictEqual(links[1])
    expect(await storage().listLinks(BOARD)).toStrictEqual(links)
  })

  it('lists the links of one board only, oldest first', async () => {
    const late = linkOf(BOARD, 'late', { createdAt: 20 })
    const early = linkOf(BOARD, 'early', { createdAt: 10 })
    await storage().createBoard(boardOf(BOARD), [late, early], batchOf(BOARD, SEED))
    await storage().createBoard(boardOf(OTHER_BOARD), [linkOf(OTHER_BOARD, 'x')], batchOf(OTHER_BOARD, SEED))
    expect(await storage().listLinks(BOARD)).toEqual([early, late])
  })

  it('answers null or nothing for boards, links and assets it does not have', async () => {
    expect(await storage().findBoard(MISSING)).toBeNull()
    expect(await storage().findLink('missing')).toBeNull()
    expect(await storage().listLinks(MISSING)).toEqual([])
    expect(await storage().load(MISSING)).toBeNull()
    expect(await storage().listChanges(MISSING)).toEqual([])
    expect(await storage().findAsset('missing')).toBeNull()
  })

  it('refuses a second board of the same id and keeps the first', async () => {
    await createSampleBoard(storage())
    const again = storage().createBoard(
      boardOf(BOARD, { title: 'Usurper' }),
      [],
      batchOf(BOARD, Uint8Array.of(9)),
    )
    await expect(again).rejects.toMatchObject(REFUSED)
    expect(await storage().findBoard(BOARD)).toEqual(boardOf(BOARD))
    expect((await storage().load(BOARD))?.updates).toEqual([SEED])
  })

  it('leaves nothing of a board whose link has a secret that is taken', async () => {
    await storage().createBoard(boardOf(BOARD), [linkOf(BOARD, 'same')], batchOf(BOARD, SEED))
    const links = [linkOf(OTHER_BOARD, 'own'), linkOf(OTHER_BOARD, 'same')]
    const second = storage().createBoard(boardOf(OTHER_BOARD), links, batchOf(OTHER_BOARD, SEED))
    await expect(second).rejects.toMatchObject(REFUSED)
    expect(await storage().findBoard(OTHER_BOARD)).toBeNull()
    expect(await storage().findLink('own')).toBeNull()
    expect((await storage().findLink('same'))?.boardId).toBe(BOARD)
  })
}

function describePeople(storage: () => BoardStorage): void {
  it('keeps a person, renames them, and remembers since when they are known', async () => {
    expect(await storage().findPerson(ADA)).toBeNull()
    await storage().savePerson({ id: ADA, name: 'Ada', createdAt: 5 })
    await storage().savePerson({ id: ADA, name: 'Ada L.', createdAt: 9 })
    expect(await storage().findPerson(ADA)).toEqual({ id: ADA, name: 'Ada L.', createdAt: 5 })
  })
}

async function savePeople(storage: BoardStorage, ids: readonly PersonId[]): Promise<void> {
  for (const id of ids) await storage.savePerson({ id, name: `Name of ${id}`, createdAt: 1 })
}

function describeMembers(storage: () => BoardStorage): void {
  beforeEach(async () => {
    await createSampleBoard(storage())
    await createSampleBoard(storage(), OTHER_BOARD)
    await savePeople(storage(), [ADA, BEN])
  })

  it('gives a person their place on first join and keeps it later', async () => {
    const first = { boardId: BOARD, personId: ADA, role: 'participant', colorSlot: 0, joinedAt: 10 }
    expect(await storage().findMembership(BOARD, ADA)).toBeNull()
    expect(await storage().join(BOARD, ADA, 'participant', 10)).toEqual(first)
    expect(await storage().join(BOARD, ADA, 'participant', 20)).toEqual(first)
    expect(await storage().findMembership(BOARD, ADA)).toEqual(first)
    expect(await storage().findMembership(OTHER_BOARD, ADA)).toBeNull()
  })

  it('raises a role by a stronger link and never lowers it by a weaker one', async () => {
    await storage().join(BOARD, ADA, 'viewer', 10)
    expect((await storage().join(BOARD, ADA, 'facilitator', 20)).role).toBe('facilitator')
    expect((await storage().join(BOARD, ADA, 'viewer', 30)).role).toBe('facilitator')
    expect((await storage().findMembership(BOARD, ADA))?.role).toBe('facilitator')
  })

  it('sets a role up and down on one board only', async () => {
    await storage().join(BOARD, ADA, 'facilitator', 10)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 10)
    const lowered = { boardId: BOARD, personId: ADA, role: 'viewer', colorSlot: 0, joinedAt: 10 }
    expect(await storage().setRole(BOARD, ADA, 'viewer')).toEqual(lowered)
    expect(await storage().findMembership(BOARD, ADA)).toEqual(lowered)
    expect((await storage().findMembership(OTHER_BOARD, ADA))?.role).toBe('facilitator')
    expect((await storage().setRole(BOARD, ADA, 'participant'))?.role).toBe('participant')
    expect(await storage().setRole(BOARD, BEN, 'viewer')).toBeNull()
  })

  it('gives colours in turn, apart for each board, also to people who join at once', async () => {
    const crowd = Array.from({ length: 14 }, (_, index) => `person-${index}` as PersonId)
    await savePeople(storage(), crowd)
    const joined = await Promise.all(crowd.map((person) => storage().join(BOARD, person, 'participant', 1)))
    expect(joined.map((member) => member.colorSlot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1])
    expect((await storage().join(OTHER_BOARD, ADA, 'participant', 1)).colorSlot).toBe(0)
  })

  it('lists the boards a person joined, latest first, with their role', async () => {
    await storage().join(BOARD, ADA, 'viewer', 10)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 20)
    await storage().join(OTHER_BOARD, BEN, 'participant', 30)
    expect(await storage().listBoardsOf(ADA)).toEqual([
      { ...boardOf(OTHER_BOARD), role: 'facilitator' },
      { ...boardOf(BOARD), role: 'viewer' },
    ])
    expect(await storage().listBoardsOf('nobody' as PersonId)).toEqual([])
  })

  it('refuses a membership of an unknown board or person', async () => {
    await expect(storage().join(MISSING, ADA, 'viewer', 1)).rejects.toMatchObject(REFUSED)
    await expect(storage().join(BOARD, 'nobody' as PersonId, 'viewer', 1)).rejects.toMatchObject(REFUSED)
    expect(await storage().findMembership(BOARD, 'nobody' as PersonId)).toBeNull()
  })
}

function describeAssets(storage: () => BoardStorage): void {
  it('gives an image back byte for byte and never replaces it', async () => {
    await createSampleBoard(storage())
    const image = { id: 'image', boardId: BOARD, type: 'image/png', bytes: new Uint8Array(300).fill(7) }
    await storage().saveAsset(image, 1)
    await storage().saveAsset({ ...image, bytes: Uint8Array.of(1) }, 2)
    expect(await storage().findAsset('image')).toEqual(image)
  })

  it('refuses an image of an unknown board', async () => {
    const image = { id: 'image', boardId: MISSING, type: 'image/png', bytes: Uint8Array.of(1) }
    await expect(storage().saveAsset(image, 1)).rejects.toMatchObject(REFUSED)
    expect(await storage().findAsset('image')).toBeNull()
  })
}
