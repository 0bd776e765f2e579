import { beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createLoadTurns } from '@/server/http/turns/load-turns'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { createRooms, type Rooms } from '@/server/sync/rooms'
import { changeStored, growTo } from '../support/boards/age-board'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'
import { FakeClock } from '../support/fake-clock'
import { createQuietLog } from '../support/quiet-log'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { toPerson } from '../support/rooms/room-harness'
import { shake, type ShakyStorage } from '../support/rooms/shaky-storage'

const HEAVY = 'board-heavy' as BoardId
const OVERGROWN = 'board-overgrown' as BoardId

describe('boards that take long to load', () => {
  let clock: FakeClock
  let rooms: Rooms
  let storage: ShakyStorage
  let asker = { network: 'home', person: 'ada' }
  /** Lets the renewal of the overgrown one go on, which until then has its turn. */
  let goOn: () => void

  const titles = (boardId: BoardId): Promise<unknown> =>
    rooms.read(boardId, titlesOn).catch((thrown: unknown) => (thrown as AppError).code)
  const knock = async (boardId: BoardId): Promise<FakeSocketPair> => {
    const socket = new FakeSocketPair()
    void rooms.connect(socket, { boardId, person: toPerson('Ben'), caps: new Set() })
    await clock.advance(0)
    return socket
  }

  beforeEach(async () => {
    clock = new FakeClock()
    const stored = createMemoryBoardStorage()
    for (const boardId of [BOARD, HEAVY, OVERGROWN]) {
      await storeBoard(stored, boardId)
      await changeStored(stored, (board) => addTitled(board, 'Ada', boardId), boardId)
    }
    await changeStored(stored, ({ doc }) => growTo(doc, 2 * LIMITS.HEAVY_LOAD_STRUCTS), HEAVY)
    await changeStored(stored, ({ doc }) => growTo(doc, LIMITS.RENEW_AFTER_STRUCTS + 1), OVERGROWN)
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const { listChanges } = stored
    storage = shake({ ...stored, listChanges: (boardId) => held.then(() => listChanges(boardId)) })
    const loadTurns = createLoadTurns({ asking: { asker: () => asker }, clock })
    rooms = createRooms({ storage, log: createQuietLog(), clock, loadTurns })
    rooms.start()
    asker = { network: 'home', person: 'ada' }
  })

  it('[ROOM-20] are loaded one after the other, and one of an ordinary size waits for none of them', async () => {
    const overgrown = titles(OVERGROWN)
    await clock.advance(0)
    const heavy = titles(HEAVY)
    await clock.advance(0)
    expect(await titles(BOARD)).toEqual([BOARD])
    const { loads } = storage
    goOn()
    expect(await Promise.all([overgrown, heavy])).toEqual([[OVERGROWN], [HEAVY]])
    expect(storage.loads - loads, 'the renewed one is read, and what waited is read again').toBe(2)
  })

  it('[ROOM-20] of many bytes are not even read before it is their turn', async () => {
    await changeStored(
      storage,
      ({ meta }) => void meta.set('ballast', 'x'.repeat(LIMITS.HEAVY_LOAD_BYTES)),
      HEAVY,
    )
    const overgrown = titles(OVERGROWN)
    await clock.advance(0)
    const { loads } = storage
    const heavy = titles(HEAVY)
    await clock.advance(0)
    expect(storage.loads).toBe(loads)
    goOn()
    expect(await Promise.all([overgrown, heavy])).toEqual([[OVERGROWN], [HEAVY]])
    expect(storage.loads - loads, 'the renewed one and the heavy one').toBe(2)
  })

  it('[ROOM-20] keep those who come waiting, who are sent away to come again where it takes too long', async () => {
    const overgrown = titles(OVERGROWN)
    await clock.advance(0)
    const [socket, heavy] = [await knock(HEAVY), titles(HEAVY)]
    await clock.advance(LIMITS.HEAVY_LOAD_WAIT_MS - 1)
    expect(socket.closed).toBeNull()
    await clock.advance(1)
    expect(socket.closed).toEqual({ code: 1013, reason: 'overloaded' })
    expect(await heavy).toBe('overloaded')
    goOn()
    expect(await overgrown).toEqual([OVERGROWN])
    expect(await titles(HEAVY)).toEqual([HEAVY])
  })

  it('[ROOM-20] keep no server from stopping', async () => {
    const overgrown = titles(OVERGROWN)
    await clock.advance(0)
    const socket = await knock(HEAVY)
    const stopping = rooms.stop()
    await clock.advance(0)
    expect(socket.closed).toEqual({ code: 1012, reason: 'restarting' })
    goOn()
    await stopping
    expect(await overgrown).toBe('restarting')
  })
})
