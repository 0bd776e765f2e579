import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import type { BoardStorage } from '@/server/storage/board-storage'
import {
  ADA,
  AMPLE,
  BEN,
  BOARD,
  CLEO,
  MISSING,
  OTHER_BOARD,
  REFUSED,
  THIRD_BOARD,
  batchOf,
  boardOf,
  createSampleBoard,
  linkOf,
  SEED,
} from './stored-samples'

/** The rules of the port about who belongs to a board. */
export function describePeopleRules(storage: () => BoardStorage): void {
  describe('founding', () => describeFounding(storage))
  describe('people', () => describePeople(storage))
  describe('members', () => describeMembers(storage))
}

function describeFounding(storage: () => BoardStorage): void {
  const png = (id: string, boardId: BoardId) => ({
    id,
    boardId,
    type: 'image/png',
    bytes: Uint8Array.of(7),
    pixels: 9,
  })
  const found = (founder: PersonId, images: readonly (readonly [string, string])[] = []) =>
    storage().createBoard(boardOf(OTHER_BOARD), [linkOf(OTHER_BOARD, 'own')], batchOf(OTHER_BOARD, SEED), {
      founder,
      images: { from: BOARD, copies: images.map(([id, copyId]) => ({ id, copyId })) },
    })
  beforeEach(async () => {
    await createSampleBoard(storage())
    await savePeople(storage(), [ADA, BEN])
  })

  it('makes a board with its first facilitator and with copies of another’s images at once', async () => {
    await storage().createBoard(boardOf(THIRD_BOARD), [], batchOf(THIRD_BOARD, SEED))
    for (const image of [png('a', BOARD), png('b', BOARD), png('foreign', THIRD_BOARD)])
      await storage().saveAsset(image, 1, AMPLE)
    await found(ADA, [
      ['a', 'a2'],
      ['foreign', 'foreign2'],
      ['missing', 'missing2'],
    ])
    const { createdAt } = boardOf(OTHER_BOARD)
    const first = {
      boardId: OTHER_BOARD,
      personId: ADA,
      role: 'facilitator',
      colorSlot: 0,
      joinedAt: createdAt,
    }
    expect(await storage().findMembership(OTHER_BOARD, ADA)).toEqual(first)
    expect((await storage().join(OTHER_BOARD, BEN, 'viewer', 2)).colorSlot).toBe(1)
    expect(await storage().findAsset('a2')).toEqual(png('a2', OTHER_BOARD))
    expect(await storage().findAsset('a')).toEqual(png('a', BOARD))
    expect(await storage().findAsset('foreign2')).toBeNull()
    expect(await storage().findAsset('missing2')).toBeNull()
  })

  it('leaves nothing of a board whose first facilitator is nobody, or whose image has an id that is taken', async () => {
    await storage().saveAsset(png('a', BOARD), 1, AMPLE)
    await storage().saveAsset(png('taken', BOARD), 1, AMPLE)
    await expect(found('nobody' as PersonId, [['a', 'a2']])).rejects.toMatchObject(REFUSED)
    await expect(found(ADA, [['a', 'taken']])).rejects.toMatchObject(REFUSED)
    expect(await storage().findBoard(OTHER_BOARD)).toBeNull()
    expect(await storage().findLink('own')).toBeNull()
    expect(await storage().findAsset('a2')).toBeNull()
    expect(await storage().listBoardsOf(ADA)).toEqual([])
    await found(ADA)
    expect((await storage().listBoardsOf(ADA)).map(({ id }) => id)).toEqual([OTHER_BOARD])
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
    await savePeople(storage(), [CLEO])
    await storage().join(BOARD, ADA, 'facilitator', 10)
    await storage().join(BOARD, CLEO, 'facilitator', 10)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 10)
    const lowered = { boardId: BOARD, personId: ADA, role: 'viewer', colorSlot: 0, joinedAt: 10 }
    expect(await storage().setRole(BOARD, ADA, 'viewer')).toEqual(lowered)
    expect(await storage().findMembership(BOARD, ADA)).toEqual(lowered)
    expect((await storage().findMembership(OTHER_BOARD, ADA))?.role).toBe('facilitator')
    expect((await storage().setRole(BOARD, ADA, 'participant'))?.role).toBe('participant')
    expect(await storage().setRole(BOARD, BEN, 'viewer')).toBeNull()
  })

  it('leaves a board its last facilitator, also where two lower each other at once', async () => {
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 10)
    for (const person of [ADA, BEN]) await storage().join(BOARD, person, 'facilitator', 10)
    const lower = (person: PersonId) => storage().setRole(BOARD, person, 'participant')
    const lowered = await Promise.all([lower(ADA), lower(BEN)])
    expect(lowered.map((member) => member?.role)).toEqual(['participant', undefined])
    expect((await storage().setRole(BOARD, BEN, 'facilitator'))?.role).toBe('facilitator')
    await storage().setRole(BOARD, ADA, 'facilitator')
    await storage().leave(BOARD, ADA, { at: 20, departure: 'left' })
    expect(await lower(BEN)).toBeNull()
    expect((await storage().findMembership(BOARD, BEN))?.role).toBe('facilitator')
  })

  it('gives colours in turn, apart for each board, also to people who join at once', async () => {
    const crowd = Array.from({ length: 14 }, (_, index) => `person-${index}` as PersonId)
    await savePeople(storage(), crowd)
    const joined = await Promise.all(crowd.map((person) => storage().join(BOARD, person, 'participant', 1)))
    expect(joined.map((member) => member.colorSlot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1])
    expect((await storage().join(OTHER_BOARD, ADA, 'participant', 1)).colorSlot).toBe(0)
  })

  it('lists the boards a person joined, latest opened first, with their role', async () => {
    await storage().join(BOARD, ADA, 'viewer', 10)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 20)
    await storage().join(OTHER_BOARD, BEN, 'participant', 30)
    expect(await storage().listBoardsOf(ADA)).toStrictEqual([
      { ...boardOf(OTHER_BOARD), role: 'facilitator', openedAt: 20 },
      { ...boardOf(BOARD), role: 'viewer', openedAt: 10 },
    ])
    expect(await storage().listBoardsOf('nobody' as PersonId)).toEqual([])
  })

  it('puts the board a person opened last at the top of their list, and of nobody else’s', async () => {
    await storage().join(BOARD, ADA, 'viewer', 10)
    await storage().join(OTHER_BOARD, ADA, 'viewer', 20)
    await storage().join(BOARD, BEN, 'viewer', 10)
    await storage().noteOpened(BOARD, ADA, 30)
    await storage().noteOpened(OTHER_BOARD, BEN, 99)
    const listed = await storage().listBoardsOf(ADA)
    expect(listed.map(({ id, openedAt }) => [id, openedAt])).toEqual([
      [BOARD, 30],
      [OTHER_BOARD, 20],
    ])
    expect((await storage().listBoardsOf(BEN)).map(({ openedAt }) => openedAt)).toEqual([10])
  })

  it('lets a person leave one board, and come back with the role of the link in their old colour', async () => {
    await storage().join(BOARD, BEN, 'viewer', 5)
    await storage().join(BOARD, ADA, 'facilitator', 10)
    await storage().join(OTHER_BOARD, ADA, 'viewer', 10)
    await storage().noteOpened(BOARD, ADA, 15)
    await storage().leave(BOARD, ADA, { at: 20, departure: 'left' })
    expect(await storage().findMembership(BOARD, ADA)).toBeNull()
    expect(await storage().setRole(BOARD, ADA, 'facilitator')).toBeNull()
    expect((await storage().listBoardsOf(ADA)).map(({ id }) => id)).toEqual([OTHER_BOARD])
    const back = { boardId: BOARD, personId: ADA, role: 'viewer', colorSlot: 1, joinedAt: 30 }
    expect(await storage().join(BOARD, ADA, 'viewer', 30)).toEqual(back)
    expect(await storage().findMembership(BOARD, ADA)).toEqual(back)
    expect((await storage().listBoardsOf(ADA))[0]).toMatchObject({ id: BOARD, role: 'viewer', openedAt: 30 })
  })

  it('finds at once who comes to a board, whether they are a member, and the board, deleted or not', async () => {
    const { departure, ...member } = await storage().findVisit(BOARD, ADA)
    expect([departure, member]).toEqual([
      null,
      { board: boardOf(BOARD), person: await storage().findPerson(ADA), membership: null },
    ])
    const membership = await storage().join(BOARD, ADA, 'viewer', 10)
    await storage().setBoardDeleted(BOARD, 5)
    const board = boardOf(BOARD, { deletedAt: 5 })
    expect(await storage().findVisit(BOARD, ADA)).toEqual({ ...member, departure, board, membership })
    await storage().leave(BOARD, ADA, { at: 20, departure: 'left' })
    const left = { board, person: member.person, membership: null, departure: 'left' }
    expect(await storage().findVisit(BOARD, ADA)).toEqual(left)
    const nobody = { board: null, person: null, membership: null, departure: null }
    expect(await storage().findVisit(MISSING, 'nobody' as PersonId)).toEqual(nobody)
  })

  it('remembers how somebody left a board until they are back', async () => {
    await storage().join(BOARD, ADA, 'viewer', 10)
    await storage().join(OTHER_BOARD, ADA, 'viewer', 10)
    const departureFrom = async (boardId: BoardId, personId = ADA) =>
      (await storage().findVisit(boardId, personId)).departure
    const departures = () =>
      Promise.all([BOARD, OTHER_BOARD, MISSING].map((boardId) => departureFrom(boardId)))
    expect(await departures()).toEqual([null, null, null])
    await storage().leave(BOARD, ADA, { at: 20, departure: 'removed' })
    await storage().leave(OTHER_BOARD, ADA, { at: 20, departure: 'left' })
    expect(await departures()).toEqual(['removed', 'left', null])
    expect(await departureFrom(BOARD, BEN)).toBeNull()
    await storage().join(BOARD, ADA, 'viewer', 30)
    expect(await departures()).toEqual([null, 'left', null])
  })

  it('lists the members of a board by name, latest opened first, as many as asked for', async () => {
    await savePeople(storage(), [CLEO])
    for (const [at, person] of [ADA, BEN, CLEO].entries()) await storage().join(BOARD, person, 'viewer', at)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 9)
    await storage().noteOpened(BOARD, ADA, 30)
    await storage().leave(BOARD, BEN, { at: 40, departure: 'left' })
    const [ada, cleo] = [
      { personId: ADA, name: `Name of ${ADA}`, role: 'viewer', colorSlot: 0, openedAt: 30 },
      { personId: CLEO, name: `Name of ${CLEO}`, role: 'viewer', colorSlot: 2, openedAt: 2 },
    ]
    expect(await storage().listMembers(BOARD, 5)).toEqual([ada, cleo])
    expect(await storage().listMembers(BOARD, 1)).toEqual([ada])
    expect(await storage().listMembers(MISSING, 5)).toEqual([])
  })

  it('keeps a deleted board in the lists with the time of its deletion until it is brought back', async () => {
    await storage().join(BOARD, ADA, 'facilitator', 10)
    await storage().setBoardDeleted(BOARD, 40)
    expect(await storage().findBoard(BOARD)).toStrictEqual(boardOf(BOARD, { deletedAt: 40 }))
    expect((await storage().listBoardsOf(ADA))[0]).toMatchObject({ id: BOARD, deletedAt: 40 })
    expect((await storage().load(BOARD))?.updates).toEqual([SEED])
    await storage().setBoardDeleted(BOARD, null)
    expect(await storage().findBoard(BOARD)).toStrictEqual(boardOf(BOARD))
    expect(await storage().findBoard(OTHER_BOARD)).toStrictEqual(boardOf(OTHER_BOARD))
  })

  it('erases the board deleted first, with all that belongs to it, once it was deleted long enough ago', async () => {
    const image = { id: 'i', boardId: BOARD, type: 'image/png', bytes: new Uint8Array(300_000), pixels: 9 }
    const wholeBytes = async (): Promise<number> => (await storage().measure()).bytes
    await storage().replaceLink(linkOf(BOARD, 'a'))
    await storage().replaceLink(linkOf(OTHER_BOARD, 'b'))
    await storage().join(BOARD, ADA, 'facilitator', 1)
    await storage().join(OTHER_BOARD, ADA, 'facilitator', 1)
    const changes = [{ record: 'records/a', personId: ADA, at: 1 }]
    const clientIds = [{ clientId: 7, personId: ADA }]
    await storage().append([batchOf(BOARD, SEED, { changes, clientIds })])
    await storage().saveSnapshot(BOARD, 1, 2, SEED)
    const before = await wholeBytes()
    await storage().saveAsset(image, 1, AMPLE)
    await storage().setBoardDeleted(BOARD, 40)
    await storage().setBoardDeleted(OTHER_BOARD, 50)
    expect(await storage().eraseDeletedBoard(39)).toBeNull()
    expect(await storage().findAsset('i')).not.toBeNull()
    expect(await storage().eraseDeletedBoard(49)).toBe(BOARD)
    expect(await storage().eraseDeletedBoard(49)).toBeNull()
    expect(await storage().findBoard(BOARD)).toBeNull()
    expect(await storage().load(BOARD)).toBeNull()
    expect(await storage().findLink('a')).toBeNull()
    expect(await storage().findAsset('i')).toBeNull()
    expect(await storage().listChanges(BOARD)).toEqual([])
    expect((await storage().listBoardsOf(ADA)).map(({ id }) => id)).toEqual([OTHER_BOARD])
    expect((await storage().findLink('b'))?.boardId).toBe(OTHER_BOARD)
    expect(await wholeBytes()).toBeLessThanOrEqual(before)
    await storage().setBoardDeleted(OTHER_BOARD, null)
    expect(await storage().eraseDeletedBoard(1_000)).toBeNull()
  })

  it('refuses a membership of an unknown board or person', async () => {
    await expect(storage().join(MISSING, ADA, 'viewer', 1)).rejects.toMatchObject(REFUSED)
    await expect(storage().join(BOARD, 'nobody' as PersonId, 'viewer', 1)).rejects.toMatchObject(REFUSED)
    expect(await storage().findMembership(BOARD, 'nobody' as PersonId)).toBeNull()
  })
}
