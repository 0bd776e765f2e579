import * as Y from 'yjs'
import type { Role } from '@/lib/access/roles'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import type { BoardId, PersonId } from '@/lib/ids'
import { CAPS, encodeSync, SYNC, type Cap } from '@/lib/sync/messages'
import type { BoardPerson } from '@/server/sync/board-person'
import type { Guard, GuardOptions } from '@/server/sync/guard/guard'
import { createRooms, type Rooms, type RoomsOptions } from '@/server/sync/rooms'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { FakeClock } from '../fake-clock'
import { FakeSocketPair, updatesIn, type HeardMessage } from './fake-socket-pair'
import { createQuietLog } from '../quiet-log'
import { shake, type ShakyStorage } from './shaky-storage'
import { BOARD, storeBoard } from '../boards/stored-board'

/** Rooms with one stored board, where the test holds the clock, the disk and the network in its hands. */
export interface RoomHarness {
  readonly rooms: Rooms
  readonly clock: FakeClock
  readonly storage: ShakyStorage
  readonly log: ReturnType<typeof createQuietLog>
  /** Connects somebody and lets them take over the state. */
  join(name: string, options?: JoinOptions): Promise<RoomGuest>
}

export interface JoinOptions {
  readonly role?: Role
  readonly caps?: readonly Cap[]
  /** Two sockets of one person name them alike; another name is another person. */
  readonly person?: string
  readonly boardId?: BoardId
  readonly joinedAt?: number
}

/** Somebody at the other end of a fake socket, with a copy of the document of their own. */
export interface RoomGuest {
  readonly socket: FakeSocketPair
  readonly person: BoardPerson
  readonly board: BoardDocument
  /** Changes the copy and sends the change as one update message. */
  edit(change: (board: BoardDocument) => void): Promise<void>
  /** What came since the last call; updates among it are applied to the copy. */
  hear(): HeardMessage[]
}

/** `stored` may be on a disk, and may hold the board already; `most` is how much may be live. */
export async function startRooms(
  createGuard?: (options: GuardOptions) => Guard,
  stored: BoardStorage = createMemoryBoardStorage(),
  most?: RoomsOptions['most'],
): Promise<RoomHarness> {
  const clock = new FakeClock()
  const log = createQuietLog()
  const storage = shake(stored)
  if (!(await storage.findBoard(BOARD))) await storeBoard(storage)
  const given = { ...(createGuard ? { createGuard } : {}), ...(most ? { most } : {}) }
  const rooms = createRooms({ storage, log, clock, ...given })
  rooms.start()
  const join = async (name: string, options: JoinOptions = {}): Promise<RoomGuest> => {
    const socket = new FakeSocketPair()
    const known = toPerson(options.person ?? name, options.role ?? 'participant')
    const person = { ...known, joinedAt: options.joinedAt ?? known.joinedAt }
    const boardId = options.boardId ?? BOARD
    await rooms.connect(socket, { boardId, person, caps: new Set(options.caps ?? CAPS) })
    return toGuest(socket, person, clock)
  }
  return { rooms, clock, storage, log, join }
}

export function toPerson(name: string, role: Role = 'participant'): BoardPerson {
  return { personId: `person-${name}` as PersonId, name, colorSlot: name.length % 12, role, joinedAt: 0 }
}

async function toGuest(socket: FakeSocketPair, person: BoardPerson, clock: FakeClock): Promise<RoomGuest> {
  const board = openBoardDocument(new Y.Doc())
  const hear = (): HeardMessage[] => {
    const heard = socket.hear()
    for (const update of updatesIn(heard)) Y.applyUpdate(board.doc, update, socket)
    return heard
  }
  socket.say(encodeSync(SYNC.step1, Y.encodeStateVector(board.doc)))
  await clock.advance(0)
  const welcome = hear()
  socket.frames.unshift(...welcome.map(({ frame }) => frame))
  return {
    socket,
    person,
    board,
    hear,
    async edit(change) {
      const updates: Uint8Array[] = []
      const keep = (update: Uint8Array): number => updates.push(update)
      board.doc.on('update', keep)
      board.doc.transact(() => change(board))
      board.doc.off('update', keep)
      for (const update of updates) socket.say(encodeSync(SYNC.update, update))
      await clock.advance(0)
    },
  }
}
