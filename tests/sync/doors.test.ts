import { describe, expect, it } from 'vitest'
import type { PersonId, BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createGuard } from '@/server/sync/guard/create-guard'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { BOARD } from '../support/boards/stored-board'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { startRooms, toPerson } from '../support/rooms/room-harness'

describe('who may come in, and stay', () => {
  it('[ACCESS-3] a role holds on open sockets at once; who is removed is put out for good', async () => {
    const { rooms, join, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.hear()
    rooms.setRole(BOARD, ada.person.personId, 'viewer')
    await ada.edit((board) => addTitled(board, 'Ada', 'too late'))
    await clock.advance(20)
    ben.hear()
    const said = ada.hear().map(({ content }) => content)
    expect(said).toContainEqual({ type: 'role', role: 'viewer' })
    expect(titlesOn(ben.board)).toEqual([])
    rooms.putOut(BOARD, ada.person.personId, 'removed')
    rooms.putOut(BOARD, ben.person.personId, 'removed')
    await ben.edit((board) => addTitled(board, 'Ben', 'after the end'))
    await clock.advance(20)
    const put = { code: 4403, reason: 'removed' }
    expect([ada.socket.closed, ben.socket.closed]).toEqual([put, put])
    expect(await rooms.read(BOARD, titlesOn)).toEqual([])
    rooms.setRole('elsewhere' as BoardId, 'nobody' as PersonId, 'viewer')
    rooms.putOut('elsewhere' as BoardId, 'nobody' as PersonId, 'removed')
  })

  it('[ACCESS-10] more sockets than one person may have are put off with 1013', async () => {
    const { rooms, join } = await startRooms()
    for (let at = 0; at < LIMITS.CONNECTIONS_PER_PERSON; at++) await join(`tab ${at}`, { person: 'Ada' })
    const [onTop, other] = [await join('one tab more', { person: 'Ada' }), await join('Ben')]
    expect([onTop.socket.closed?.code, other.socket.closed]).toEqual([1013, null])
    expect(rooms.stats().sockets).toBe(LIMITS.CONNECTIONS_PER_PERSON + 1)
  })

  it('[ACCESS-10] says who is in and who is put off, so that for these nothing more is looked up', async () => {
    const { rooms } = await startRooms()
    const enter = (name: string): Promise<boolean> =>
      rooms.connect(new FakeSocketPair(), { boardId: BOARD, person: toPerson(name), caps: new Set() })
    const answers = []
    for (let at = 0; at <= LIMITS.CONNECTIONS_PER_PERSON; at++) answers.push(await enter('Ada'))
    expect([answers.slice(0, -1).every(Boolean), answers.at(-1), await enter('Ben')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('[ACCESS-10] a board that one person opened 500 sockets to is put away like any other', async () => {
    const { rooms, join, clock } = await startRooms()
    const guests = []
    for (let at = 0; at < 500; at++) guests.push(await join(`tab ${at}`, { person: 'Mallory' }))
    expect(rooms.stats()).toEqual({ rooms: 1, sockets: LIMITS.CONNECTIONS_PER_PERSON })
    for (const { socket } of guests) socket.leave()
    await clock.advance(LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats()).toEqual({ rooms: 0, sockets: 0 })
    expect(clock.waiting).toBe(0)
  })

  it('[ACCESS-13] a board that was put away and loaded again is no new allowance of client ids', async () => {
    const left: number[] = []
    const { join, clock } = await startRooms((options) => {
      left.push(options.idsLeft?.left('person-Ada' as PersonId, 0) ?? NaN)
      return createGuard(options)
    })
    for (let round = 0; round < 2; round++) {
      const ada = await join('Ada')
      await ada.edit((board) => addTitled(board, 'Ada', `round ${round}`))
      ada.socket.leave()
      await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    }
    expect(left).toEqual([LIMITS.CLIENT_IDS_AT_ONCE, LIMITS.CLIENT_IDS_AT_ONCE - 1])
  })

  it.each([
    ['messages', (socket: FakeSocketPair) => socket.say(new Uint8Array([9, 9, 9]))],
    ['frames', (socket: FakeSocketPair) => socket.sayBroken()],
  ])(
    '[ROOM-14] whoever is put out again and again for %s that are none is turned away before any board is loaded for them',
    async (_, say) => {
      const { rooms, join, clock, storage } = await startRooms()
      const put = async (): Promise<number | undefined> => {
        const mallory = await join('Mallory')
        say(mallory.socket)
        return mallory.socket.closed?.code
      }
      for (let at = 0; at <= LIMITS.OFFENCES_FORGIVEN; at++) expect(await put()).toBe(4422)
      await clock.advance(LIMITS.OFFENCE_WAIT_MS - 1)
      expect(await put()).toBe(1013)
      const ada = await join('Ada')
      expect(ada.socket.closed).toBeNull()
      await clock.advance(1)
      expect(await put()).toBe(4422)
      ada.socket.leave()
      await clock.advance(LIMITS.ROOM_GRACE_MS)
      expect(rooms.stats().rooms).toBe(0)
      for (let at = 0; at < 10; at++) await put()
      const { loads } = storage
      expect(await put()).toBe(1013)
      expect(storage.loads).toBe(loads)
    },
  )
})
