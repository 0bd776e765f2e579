import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { ERRORS } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { LIMITS } from '@/lib/sync/limits'
import type { MostLive } from '@/server/sync/bounds/most-live'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { cookieFrom, startHttpHarness } from '../support/rooms/http-harness'
import { startRooms, toPerson, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'
import { BOARD, readStoredBoard, storeBoard } from '../support/boards/stored-board'
import { until } from '../support/until'

const SECOND = 'board-2' as BoardId
const THIRD = 'board-3' as BoardId

async function startSmall(most: Partial<MostLive>): Promise<RoomHarness> {
  const harness = await startRooms(undefined, undefined, most)
  for (const boardId of [SECOND, THIRD]) await storeBoard(harness.storage, boardId)
  return harness
}

describe('a server that is full', () => {
  it('[ROOM-17] turns the socket that is one too many away with 1013, and lets one in for each that leaves', async () => {
    const { rooms, join, clock, log } = await startSmall({ sockets: 3, rooms: 9 })
    const [ada, ben] = [await join('Ada'), await join('Ben', { boardId: SECOND })]
    expect(rooms.turnsAway(BOARD, toPerson('Cleo').personId)).toBe(false)
    await join('Cleo')
    expect(rooms.turnsAway(SECOND, toPerson('Dora').personId)).toBe(true)
    const dora = await join('Dora', { boardId: SECOND })
    expect(dora.socket.closed).toEqual({ code: 1013, reason: 'overloaded' })
    expect([ada.socket.closed, ben.socket.closed, log.events.at(-1)]).toEqual([null, null, 'socket.refused'])
    await ada.edit((board) => addTitled(board, 'Ada', 'undisturbed'))
    await clock.advance(100)
    expect(titlesOn(await rooms.read(BOARD, (board) => board))).toEqual(['undisturbed'])
    ben.socket.leave()
    expect(rooms.turnsAway(SECOND, toPerson('Dora').personId)).toBe(false)
    const again = await join('Dora', { boardId: SECOND })
    expect([again.socket.closed, rooms.stats().sockets]).toEqual([null, 3])
  })

  it('[ROOM-17] lets nobody fill it alone, on however many boards', async () => {
    const { rooms, join } = await startSmall({ ofPerson: 2 })
    await join('Mallory')
    await join('Mallory', { boardId: SECOND })
    expect(rooms.turnsAway(THIRD, toPerson('Mallory').personId)).toBe(true)
    const third = await join('Mallory', { boardId: THIRD })
    expect(third.socket.closed).toEqual({ code: 1013, reason: 'overloaded' })
    expect((await join('Ben', { boardId: THIRD })).socket.closed).toBeNull()
    rooms.putOut(SECOND, toPerson('Mallory').personId, 'removed')
    expect((await join('Mallory', { boardId: THIRD })).socket.closed).toBeNull()
  })

  it('[ROOM-17] takes the newest socket of whoever has most for somebody who has none, and never one of those few have', async () => {
    const many = LIMITS.SOCKETS_KEPT_OF_PERSON + 2
    const { rooms, join } = await startSmall({ sockets: many + 1, rooms: 9 })
    const ben = await join('Ben')
    const mallory = []
    for (let at = 0; at < many; at++)
      mallory.push(await join('Mallory', { boardId: at % 2 ? SECOND : BOARD }))
    expect(rooms.turnsAway(BOARD, toPerson('Mallory').personId)).toBe(true)
    expect(rooms.turnsAway(BOARD, toPerson('Cleo').personId)).toBe(false)
    const come = async (name: string) => (await join(name)).socket.closed?.code
    expect([await come('Mallory'), await come('Cleo'), await come('Dora')]).toEqual([
      1013,
      undefined,
      undefined,
    ])
    const codes = mallory.map(({ socket }) => socket.closed?.code)
    expect(codes.slice(-3)).toEqual([undefined, 1013, 1013])
    expect([await come('Eve'), rooms.turnsAway(BOARD, toPerson('Eve').personId)]).toEqual([1013, true])
    expect([ben.socket.closed, rooms.stats().sockets]).toEqual([null, many + 1])
  })

  it('[ROOM-17] takes nothing from anybody for a socket that its board turns away, and not one twice', async () => {
    const most = LIMITS.SOCKETS_KEPT_OF_PERSON + 1
    const { rooms, join } = await startSmall({ sockets: most, rooms: 9 })
    const mallory: RoomGuest[] = []
    for (let at = 0; at < most; at++) mallory.push(await join('Mallory'))
    const codes = () => mallory.map(({ socket }) => socket.closed?.code)
    const cleo = new FakeSocketPair()
    await rooms.connect(cleo, { boardId: BOARD, epoch: 9, person: toPerson('Cleo'), caps: new Set() })
    expect([cleo.closed?.reason, codes()]).toEqual(['epoch-changed', mallory.map(() => undefined)])
    const enter = (name: string): Promise<boolean> =>
      rooms.connect(new FakeSocketPair(), { boardId: BOARD, person: toPerson(name), caps: new Set() })
    expect(await Promise.all([enter('Dora'), enter('Eve')])).toEqual([true, false])
    expect([codes().at(-1), rooms.stats().sockets]).toEqual([1013, most])
  })

  it('[ROOM-17] lets nobody shut the door of a board with people they made up', async () => {
    const { join } = await startSmall({})
    const { CONNECTIONS_PER_ROOM, CONNECTIONS_PER_PERSON } = LIMITS
    const mallory: RoomGuest[] = []
    for (let at = 0; at < CONNECTIONS_PER_ROOM; at++)
      mallory.push(await join(`Mallory ${Math.floor(at / CONNECTIONS_PER_PERSON)}`, { caps: [] }))
    const [ben, again] = [await join('Ben'), await join('Mallory 0')]
    expect([ben.socket.closed, again.socket.closed?.code]).toEqual([null, 1013])
    expect(mallory.filter(({ socket }) => socket.closed !== null)).toHaveLength(1)
  })

  it('[ROOM-17] takes in whoever manages a board that a crowd has filled, for the newest of those who can do least', async () => {
    const { join } = await startSmall({})
    const founder = await join('Fay', { role: 'facilitator' })
    const looking = [
      await join('Vic', { role: 'viewer', caps: [] }),
      await join('Uma', { role: 'viewer', caps: [] }),
    ]
    const crowd: RoomGuest[] = []
    for (let at = 3; at < LIMITS.CONNECTIONS_PER_ROOM; at++)
      crowd.push(await join(`Mallory ${at}`, { caps: [] }))
    const come = async (name: string, role: Role) => (await join(name, { role })).socket.closed?.code
    expect(await come('Ben', 'participant')).toBe(1013)
    for (const name of ['Grace', 'Hal', 'Ida']) expect(await come(name, 'facilitator')).toBeUndefined()
    const codesOf = (guests: readonly RoomGuest[]) => guests.map(({ socket }) => socket.closed?.code)
    expect(codesOf([founder, ...looking, ...crowd.slice(-2)])).toEqual([
      ...[undefined, 1013, 1013],
      ...[undefined, 1013],
    ])
    expect(codesOf(crowd.slice(0, -1)).every((code) => code === undefined)).toBe(true)
  })

  it('[ROOM-17] takes in whoever joined a full board before others, for whoever joined last, and those do not come back for them', async () => {
    const { join } = await startSmall({})
    const founder = await join('Fay', { role: 'facilitator', joinedAt: 9_000 })
    const colleague = await join('Cem', { joinedAt: 20 })
    const crowd: RoomGuest[] = []
    for (let at = 2; at < LIMITS.CONNECTIONS_PER_ROOM; at++)
      crowd.push(await join(`Mallory ${at}`, { caps: [], joinedAt: 1_000 - at }))
    const come = async (name: string, joinedAt: number) =>
      (await join(name, { joinedAt })).socket.closed?.code
    expect([await come('Ada', 10), await come('Ben', 30)]).toEqual([undefined, undefined])
    const codesOf = (guests: readonly RoomGuest[]) => guests.map(({ socket }) => socket.closed?.code)
    expect(codesOf([founder, colleague, ...crowd.slice(0, 4)])).toEqual([
      ...[undefined, undefined],
      ...[1013, 1013, undefined, undefined],
    ])
    expect(codesOf(crowd.slice(2)).every((code) => code === undefined)).toBe(true)
    expect([await come('Mallory 2', 998), await come('Mallory 3', 997)]).toEqual([1013, 1013])
    expect([await come('Mallory late', 5_000), await come('As early', 996)]).toEqual([1013, 1013])
  })

  it('[ROOM-17] takes in whoever was there before with no more than two sockets for those of others', async () => {
    const { join } = await startSmall({})
    for (let at = 0; at < LIMITS.CONNECTIONS_PER_ROOM; at++)
      await join(`Mallory ${at}`, { caps: [], joinedAt: 1_000 + at })
    const codes: (number | undefined)[] = []
    for (let at = 0; at <= LIMITS.SOCKETS_KEPT_OF_PERSON; at++)
      codes.push((await join('Ada', { joinedAt: 10 })).socket.closed?.code)
    expect(codes).toEqual([...Array<undefined>(LIMITS.SOCKETS_KEPT_OF_PERSON).fill(undefined), 1013])
  })

  it('[ROOM-17] counts also those who wait for their board, and forgets whoever was refused', async () => {
    const { rooms, storage } = await startSmall({ sockets: 2, rooms: 9 })
    const enter = (name: string, boardId: BoardId): Promise<boolean> =>
      rooms.connect(new FakeSocketPair(), { boardId, person: toPerson(name), caps: new Set() })
    const crowd = ['Ada', 'Ben', 'Cleo'].map((name) => enter(name, BOARD))
    expect(await Promise.all(crowd)).toEqual([true, true, false])
    rooms.putOut(BOARD, toPerson('Ada').personId, 'removed')
    rooms.putOut(BOARD, toPerson('Ben').personId, 'removed')
    storage.isUnreadable = true
    for (let at = 0; at < 5; at++) expect(await enter(`Dora ${at}`, SECOND)).toBe(false)
    storage.isUnreadable = false
    expect([await enter('Ada', SECOND), await enter('Ben', SECOND)]).toEqual([true, true])
  })

  it('[ROOM-17] loads no board that is one too many, and those on the others notice nothing', async () => {
    const { rooms, join, storage } = await startSmall({ sockets: 9, rooms: 2 })
    const [ada, ben] = [await join('Ada'), await join('Ben', { boardId: SECOND })]
    const { loads } = storage
    expect(rooms.turnsAway(THIRD, toPerson('Cleo').personId)).toBe(true)
    expect(rooms.turnsAway(SECOND, toPerson('Cleo').personId)).toBe(false)
    const cleo = await join('Cleo', { boardId: THIRD })
    expect(cleo.socket.closed).toEqual({ code: 1013, reason: 'overloaded' })
    await expect(rooms.read(THIRD, titlesOn)).rejects.toMatchObject({ code: 'overloaded' })
    const author = { personId: ada.person.personId, now: 1, origin: 'import' as const }
    await expect(rooms.apply(THIRD, author, () => [])).rejects.toMatchObject({ code: 'overloaded' })
    expect([storage.loads, ada.socket.closed, ben.socket.closed]).toEqual([loads, null, null])
    expect(await rooms.read(SECOND, titlesOn)).toEqual([])
  })

  it('[ROOM-17] gives up a board that nobody is on for another, with all that was written on it', async () => {
    const { rooms, join, clock, storage } = await startSmall({ sockets: 9, rooms: 1 })
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'kept'))
    ada.socket.leave()
    await clock.advance(100)
    expect(rooms.turnsAway(SECOND, toPerson('Ben').personId)).toBe(false)
    const ben = await join('Ben', { boardId: SECOND })
    expect([ben.socket.closed, rooms.stats()]).toEqual([null, { rooms: 1, sockets: 1 }])
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['kept'])
    ben.socket.leave()
    await clock.advance(100)
    const again = await join('Ada')
    again.hear()
    expect(titlesOn(again.board)).toEqual(['kept'])
  })

  it('[ROOM-17] gives up no board whose writes are not safe on disk yet', async () => {
    const { join, clock, storage } = await startSmall({ sockets: 9, rooms: 1 })
    const ada = await join('Ada')
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'under way'))
    await clock.advance(100)
    ada.socket.leave()
    const ben = await join('Ben', { boardId: SECOND })
    expect(ben.socket.closed?.code).toBe(1013)
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    const again = await join('Ben', { boardId: SECOND })
    expect(again.socket.closed).toBeNull()
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['under way'])
  })

  it('[ROOM-17] answers a request that needs one board too many with 503, and says what to do', async () => {
    const server = await startHttpHarness({ mostLive: { sockets: 9, rooms: 1 } })
    try {
      const created = await server.post('/api/boards', { title: 'Mine', name: 'Grace' })
      const { id } = (await created.json()) as { id: string }
      await storeBoard(server.parts.storage, SECOND)
      const socket = new FakeSocketPair()
      await server.parts.rooms.connect(socket, {
        ...{ boardId: SECOND, person: toPerson('Ada'), caps: new Set<never>() },
      })
      const picture = (): Promise<Response> => server.get(`/api/boards/${id}/picture`, cookieFrom(created))
      const refused = await picture()
      const { sentence } = ERRORS.overloaded
      expect(refused.status).toBe(503)
      expect(await refused.json()).toEqual({ error: { code: 'overloaded', message: sentence } })
      expect(sentence).toContain('try again')
      socket.leave()
      await until('nobody is on the other board', async () => (await picture()).status === 200)
    } finally {
      await server.stop()
    }
  })
})
