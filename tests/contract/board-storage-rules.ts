import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardStorage } from '@/server/storage/board-storage'
import { describeDocumentRules } from './board-document-rules'
import { describePeopleRules } from './board-people-rules'
import {
  AMPLE,
  BOARD,
  MISSING,
  OTHER_BOARD,
  REFUSED,
  batchOf,
  boardOf,
  createSampleBoard,
  linkOf,
  SEED,
} from './stored-samples'

/** How the contract comes by storages of one kind. */
interface StorageMaker {
  /** Answers with an empty storage that is not started. */
  make(): BoardStorage
  /** Empties the storage made last behind its back, where starting another one is dear. Absent: each rule gets its own. */
  empty?(): void
}

/** Every rule of the port. Each rule finds the storage started and empty. */
export function describeBoardStorage(name: string, { make, empty }: StorageMaker): void {
  describe(`${name} keeps the rules of the board storage`, () => {
    let storage: BoardStorage | null = null
    const present = (): BoardStorage => {
      if (!storage) throw new Error('no storage is started outside a rule')
      return storage
    }
    const begin = async (): Promise<void> => {
      storage = make()
      await storage.start()
    }
    const end = async (): Promise<void> => {
      await storage?.stop()
      storage = null
    }

    describe('life', () => {
      beforeEach(begin)
      afterEach(end)
      describeLife(present)
    })
    describe('content', () => {
      beforeEach(() => (storage && empty ? empty() : begin()))
      if (!empty) afterEach(end)
      afterAll(end)
      describe('boards', () => describeBoards(present))
      describePeopleRules(present)
      describe('assets', () => describeAssets(present))
      describeDocumentRules(present)
    })
  })
}

function describeLife(storage: () => BoardStorage): void {
  it('answers the health check while it runs', async () => {
    await expect(storage().check()).resolves.toBeUndefined()
  })

  it('says how many boards it keeps and how many bytes they take', async () => {
    const before = await storage().measure()
    expect(before.boards).toBe(0)
    await createSampleBoard(storage())
    await storage().append([batchOf(BOARD, new Uint8Array(200_000))])
    const image = { id: 'i', boardId: BOARD, type: 'image/png', bytes: new Uint8Array(300_000), pixels: 9 }
    await storage().saveAsset(image, 1, AMPLE)
    await storage().setBoardDeleted(BOARD, 5)
    const { boards, bytes } = await storage().measure()
    expect(boards).toBe(1)
    expect(bytes - before.bytes).toBeGreaterThan(450_000)
    expect(bytes - before.bytes).toBeLessThan(700_000)
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

  it('renames one board', async () => {
    await createSampleBoard(storage())
    await createSampleBoard(storage(), OTHER_BOARD)
    await storage().renameBoard(BOARD, 'Herbst')
    await storage().renameBoard(MISSING, 'Nowhere')
    expect(await storage().findBoard(BOARD)).toEqual(boardOf(BOARD, { title: 'Herbst' }))
    expect(await storage().findBoard(OTHER_BOARD)).toEqual(boardOf(OTHER_BOARD))
    expect(await storage().findBoard(MISSING)).toBeNull()
  })

  it('puts a fresh link in the place of an old one, of its role and board only', async () => {
    const viewer = linkOf(BOARD, 'viewer', { role: 'viewer', createdAt: 1 })
    const old = linkOf(BOARD, 'old', { createdAt: 2, expiresAt: 50 })
    await storage().createBoard(boardOf(BOARD), [viewer, old], batchOf(BOARD, SEED))
    const elsewhere = linkOf(OTHER_BOARD, 'elsewhere')
    await storage().createBoard(boardOf(OTHER_BOARD), [elsewhere], batchOf(OTHER_BOARD, SEED))
    const fresh = linkOf(BOARD, 'fresh', { createdAt: 3 })
    await storage().replaceLink(fresh)
    expect(await storage().findLink('old')).toBeNull()
    expect(await storage().findLink('fresh')).toStrictEqual(fresh)
    expect(await storage().listLinks(BOARD)).toStrictEqual([viewer, fresh])
    expect(await storage().listLinks(OTHER_BOARD)).toStrictEqual([elsewhere])
    const stolen = storage().replaceLink(linkOf(BOARD, 'elsewhere', { createdAt: 4 }))
    await expect(stolen).rejects.toMatchObject(REFUSED)
    expect(await storage().listLinks(BOARD)).toStrictEqual([viewer, fresh])
  })

  it('sets and takes away the end of one link', async () => {
    const links = [linkOf(BOARD, 'v', { role: 'viewer', createdAt: 1 }), linkOf(BOARD, 'p', { createdAt: 2 })]
    await storage().createBoard(boardOf(BOARD), links, batchOf(BOARD, SEED))
    await storage().setLinkExpiry(BOARD, 'participant', 77)
    expect(await storage().listLinks(BOARD)).toStrictEqual([links[0], { ...links[1], expiresAt: 77 }])
    await storage().setLinkExpiry(BOARD, 'participant', null)
    expect(await storage().listLinks(BOARD)).toStrictEqual(links)
  })

  it('knows the number of the last update, also when a snapshot has taken its place', async () => {
    await createSampleBoard(storage())
    expect(await storage().lastSeq(BOARD)).toBe(1)
    await storage().append([batchOf(BOARD, SEED)])
    await storage().saveSnapshot(BOARD, 1, 2, SEED)
    expect(await storage().lastSeq(BOARD)).toBe(2)
    expect(await storage().lastSeq(MISSING)).toBe(0)
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

function describeAssets(storage: () => BoardStorage): void {
  it('gives an image back byte for byte and never replaces it', async () => {
    await createSampleBoard(storage())
    const image = {
      id: 'image',
      boardId: BOARD,
      type: 'image/png',
      bytes: new Uint8Array(300).fill(7),
      pixels: 9,
    }
    expect(await storage().saveAsset(image, 1, AMPLE)).toBe(true)
    await storage().saveAsset({ ...image, bytes: Uint8Array.of(1) }, 2, AMPLE)
    expect(await storage().findAsset('image')).toEqual(image)
  })

  it('keeps no more images of one board than fit its room, by number, size and pixels', async () => {
    await createSampleBoard(storage())
    await storage().createBoard(boardOf(OTHER_BOARD), [], batchOf(OTHER_BOARD, SEED))
    const room = { count: 3, bytes: 10, pixels: 100 }
    const save = (id: string, sizeBytes: number, boardId = BOARD, pixels = 9) =>
      storage().saveAsset(
        { id, boardId, type: 'image/png', bytes: new Uint8Array(sizeBytes), pixels },
        1,
        room,
      )
    expect(await save('a', 4)).toBe(true)
    expect(await save('too large', 7)).toBe(false)
    expect(await save('unfolds too far', 1, BOARD, 92)).toBe(false)
    expect(await storage().findAsset('unfolds too far')).toBeNull()
    expect(await storage().findAsset('too large')).toBeNull()
    const atOnce = await Promise.all([save('b', 3), save('c', 3), save('d', 0)])
    expect(atOnce).toEqual([true, true, false])
    expect(await save('a', 4)).toBe(true)
    expect(await save('elsewhere', 10, OTHER_BOARD)).toBe(true)
    expect(await storage().measureImages(BOARD)).toBe(10)
    expect(await storage().measureImages(MISSING)).toBe(0)
  })

  it('refuses an image of an unknown board', async () => {
    const image = { id: 'image', boardId: MISSING, type: 'image/png', bytes: Uint8Array.of(1), pixels: 9 }
    await expect(storage().saveAsset(image, 1, AMPLE)).rejects.toMatchObject(REFUSED)
    expect(await storage().findAsset('image')).toBeNull()
  })
}
