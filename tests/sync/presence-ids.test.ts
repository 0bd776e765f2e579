import { beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, SYNC } from '@/lib/sync/messages'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { presenceIn, say } from '../support/rooms/presence-heard'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const TICK_MS = 50

describe('the client id of a person', () => {
  let harness: RoomHarness
  let ben: RoomGuest
  let eve: RoomGuest
  let benId: number

  /** Ben comes back with the page he had, under the id he had. */
  const comeBack = async (): Promise<void> => {
    ben = await harness.join('Ben')
    ben.board.doc.clientID = benId
  }
  const leaveAlone = async (): Promise<void> => {
    for (const guest of [ben, eve]) guest.socket.leave()
    await harness.clock.advance(LIMITS.ROOM_GRACE_MS + 1_000)
    expect(harness.rooms.stats().rooms).toBe(0)
  }
  const write = async (guest: RoomGuest, title: string): Promise<void> => {
    await guest.edit((board) => addTitled(board, guest.person.name, title))
    await harness.clock.advance(TICK_MS)
  }
  const titles = async (): Promise<readonly string[]> =>
    titlesOn((await harness.join('Lea', { role: 'viewer' })).board)

  beforeEach(async () => {
    harness = await startRooms()
    ben = await harness.join('Ben')
    eve = await harness.join('Eve')
    benId = ben.board.doc.clientID
  })

  it('[PRES-2] stays theirs when somebody who heard it claims it first after the board was loaded again', async () => {
    say(ben, benId, 1, { idle: false })
    await harness.clock.advance(TICK_MS)
    expect(presenceIn(eve.hear()).has(benId)).toBe(true)
    await leaveAlone()
    eve = await harness.join('Eve')
    say(eve, benId, 9, { idle: false })
    await harness.clock.advance(TICK_MS)
    await comeBack()
    say(ben, benId, 2, { idle: false })
    await write(ben, 'Mine')
    expect([ben.socket.closed, await titles()]).toEqual([null, ['Mine']])
    expect(presenceIn(eve.hear()).get(benId)).toMatchObject({ user: { name: 'Ben' } })
  })

  it('[PRES-2] stays theirs when somebody who heard it writes under it first after the board was loaded again', async () => {
    say(ben, benId, 1, { idle: false })
    await harness.clock.advance(TICK_MS)
    await leaveAlone()
    eve = await harness.join('Eve')
    eve.board.doc.clientID = benId
    await write(eve, 'Planted')
    await comeBack()
    await write(ben, 'Mine')
    expect([eve.socket.closed?.code, ben.socket.closed, await titles()]).toEqual([4409, null, ['Mine']])
  })

  it('[PRES-2] stays theirs while they are present and have not written: nobody else writes under it', async () => {
    say(ben, benId, 1, { idle: false })
    await harness.clock.advance(TICK_MS)
    eve.board.doc.clientID = benId
    await write(eve, 'Planted')
    await write(ben, 'Mine')
    expect([eve.socket.closed?.code, ben.socket.closed, await titles()]).toEqual([4409, null, ['Mine']])
  })

  it('[PRES-2] stays theirs while much that others sent before still waits for its turn', async () => {
    const mallory = await harness.join('Mallory')
    const large = new Uint8Array(LIMITS.TICK_WORK_BYTES).fill(1)
    for (let count = 0; count < 3; count++) mallory.socket.say(encodeSync(SYNC.update, large))
    say(ben, benId, 1, { idle: false })
    eve.board.doc.clientID = benId
    await eve.edit((board) => addTitled(board, 'Eve', 'Planted'))
    await write(ben, 'Mine')
    await harness.clock.advance(10 * TICK_MS)
    expect([eve.socket.closed?.code, ben.socket.closed, await titles()]).toEqual([4409, null, ['Mine']])
  })

  it('[PRES-2] is theirs by what they wrote before somebody claimed it, also within the same moment', async () => {
    const { doc } = ben.board
    doc.once('update', (update: Uint8Array) => ben.socket.say(encodeSync(SYNC.update, update)))
    doc.transact(() => addTitled(ben.board, 'Ben', 'Mine'))
    say(eve, benId, 9, { idle: false })
    const lea = await harness.join('Lea')
    await harness.clock.advance(TICK_MS)
    expect([ben.socket.closed, titlesOn((lea.hear(), lea.board))]).toEqual([null, ['Mine']])
    const late = await harness.join('Late')
    expect(presenceIn(late.hear()).has(benId)).toBe(false)
    say(ben, benId, 1, { idle: false })
    say(eve, benId, 10, { idle: true })
    await write(ben, 'Again')
    expect(presenceIn(late.hear()).get(benId)).toMatchObject({ idle: false, user: { name: 'Ben' } })
    expect([ben.socket.closed, eve.socket.closed]).toEqual([null, null])
  })

  it('[ACCESS-6] is theirs by what they wrote, whoever claims it after the board was loaded again', async () => {
    await write(ben, 'Mine')
    await leaveAlone()
    eve = await harness.join('Eve')
    say(eve, benId, 9, { idle: false })
    await comeBack()
    await write(ben, 'Again')
    expect([ben.socket.closed, await titles()]).toEqual([null, ['Again', 'Mine']])
    const late = await harness.join('Late')
    expect(presenceIn(late.hear()).has(benId)).toBe(false)
  })

  it('[PRES-2] is counted once, whether they are present or write first', async () => {
    for (let id = 1; id <= LIMITS.CLIENT_IDS_PER_CONNECTION; id++) {
      ben.board.doc.clientID = id
      say(ben, id, 1, { idle: false })
      await write(ben, `As ${id}`)
      say(ben, id, 2, { idle: true })
      say(ben, id, 3, null)
    }
    say(ben, 2, 4, { idle: false })
    await harness.clock.advance(TICK_MS)
    expect(presenceIn(eve.hear()).get(2)).toMatchObject({ idle: false })
  })
})
