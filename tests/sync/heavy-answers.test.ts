import * as Y from 'yjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { BoardId, InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { createRooms, type Rooms } from '@/server/sync/rooms'
import { changeStored } from '../support/boards/age-board'
import { authorOf, titlesOn } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'
import { FakeClock } from '../support/fake-clock'
import { createQuietLog } from '../support/quiet-log'
import { FakeSocketPair, updatesIn, type HeardMessage } from '../support/rooms/fake-socket-pair'
import { toPerson } from '../support/rooms/room-harness'
import { shake, type ShakyStorage } from '../support/rooms/shaky-storage'

const HEAVY = 'board-heavy' as BoardId
const OTHER_HEAVY = 'board-other-heavy' as BoardId
const LATE = { id: 'initiative-late' as InitiativeId, title: 'Late' }
const NOTES = 40
/** Of so many turns of the event loop each state takes many. */
const TURNS_AT_MOST = 1_000

/** On a machine so slow that every look at the clock finds that a stretch is over. */
class SlowClock extends FakeClock {
  #looks = 0

  override now(): number {
    return super.now() + this.#looks++ * LIMITS.LOAD_STRETCH_MS
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the state of a heavy board', () => {
  let clock: SlowClock
  let rooms: Rooms
  let storage: ShakyStorage

  const open = async (boardId: BoardId, name: string): Promise<FakeSocketPair> => {
    const socket = new FakeSocketPair()
    await rooms.connect(socket, { boardId, person: toPerson(name), caps: new Set() })
    socket.hear()
    return socket
  }
  const ask = (socket: FakeSocketPair): void =>
    socket.say(encodeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())))
  const isStep2 = ({ type, kind }: HeardMessage): boolean => type === MESSAGE.sync && kind === SYNC.step2
  /** Lets the event loop turn until this socket is synced; answers with all it heard. */
  const hearUntilSynced = async (
    socket: FakeSocketPair,
    everyTurn?: () => unknown,
  ): Promise<HeardMessage[]> => {
    const heard: HeardMessage[] = []
    for (let turns = 0; turns < TURNS_AT_MOST && !heard.some(isStep2); turns++) {
      await turn()
      await everyTurn?.()
      heard.push(...socket.hear())
    }
    return heard
  }

  beforeEach(async () => {
    clock = new SlowClock()
    storage = shake(createMemoryBoardStorage())
    for (const boardId of [BOARD, HEAVY, OTHER_HEAVY]) await storeBoard(storage, boardId)
    for (const boardId of [HEAVY, OTHER_HEAVY])
      await changeStored(
        storage,
        ({ meta }) => {
          for (let at = 0; at < NOTES; at++) meta.set(`ballast ${at}`, 'x'.repeat(LIMITS.STATE_PIECE_BYTES))
        },
        boardId,
      )
    rooms = createRooms({ storage, log: createQuietLog(), clock })
    rooms.start()
  })

  it('[ROOM-20] is made in pieces, between which others are answered', async () => {
    const [heavy, light] = [await open(HEAVY, 'Ada'), await open(BOARD, 'Ben')]
    ask(heavy)
    await turn()
    ask(light)
    const { kind } = light.hear()[0] ?? {}
    expect(kind, 'a light one is made at once').toBe(SYNC.step2)
    expect(heavy.hear(), 'and the heavy one is still being made').toEqual([])
    const heard = await hearUntilSynced(heavy)
    expect(heard.length).toBeGreaterThan(NOTES)
    expect(heard.slice(0, -1).some(isStep2)).toBe(false)
    expect(toCopy(heard).meta.toJSON()).toEqual(await rooms.read(HEAVY, ({ meta }) => meta.toJSON()))
  })

  it('[ROOM-20] is of one moment: what is done meanwhile waits, and comes after it', async () => {
    const heavy = await open(HEAVY, 'Ada')
    ask(heavy)
    await turn()
    let isApplied = false
    const applying = rooms
      .apply(HEAVY, authorOf('Ben'), (board) => addInitiatives(board, authorOf('Ben'), [LATE]))
      .then(() => (isApplied = true))
    const heard = await hearUntilSynced(heavy, async () => {
      await clock.advance(1)
      if (heavy.frames.length === 0) expect(isApplied).toBe(false)
    })
    expect(titlesOn(toCopy(heard.slice(0, heard.findIndex(isStep2) + 1)))).toEqual([])
    await clock.advance(LIMITS.TICK_MS)
    await applying
    expect(titlesOn(toCopy([...heard, ...heavy.hear()]))).toEqual([LATE.title])
  })

  it('[ROOM-20] is made of one board after the other', async () => {
    const [first, second] = [await open(HEAVY, 'Ada'), await open(OTHER_HEAVY, 'Ben')]
    for (const socket of [first, second]) ask(socket)
    await hearUntilSynced(first)
    let turns = 0
    await hearUntilSynced(second, () => turns++)
    expect(turns).toBeGreaterThan(NOTES / 2)
  })

  it('[ROOM-20] keeps no server from stopping', async () => {
    const heavy = await open(HEAVY, 'Ada')
    ask(heavy)
    await turn()
    const stopping = rooms.stop()
    await hearUntilSynced(heavy)
    await stopping
    expect(heavy.closed).toEqual({ code: 1012, reason: 'restarting' })
  })

  it('[ROOM-10] is made once for all who ask for the same', async () => {
    const all = [await open(HEAVY, 'Ada'), await open(HEAVY, 'Ben')]
    for (const socket of all) ask(socket)
    const [first = [], second = []] = await Promise.all(all.map((socket) => hearUntilSynced(socket)))
    expect(first.length).toBeGreaterThan(NOTES)
    expect(second.length).toBe(first.length)
    expect(second.every(({ frame }, at) => frame === first[at]?.frame)).toBe(true)
  })
})

function toCopy(heard: readonly HeardMessage[]): BoardDocument {
  const doc = new Y.Doc()
  for (const update of updatesIn(heard)) Y.applyUpdate(doc, update)
  return openBoardDocument(doc)
}
