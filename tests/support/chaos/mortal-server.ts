import type { Role } from '@/lib/access/roles'
import { parseCaps } from '@/lib/sync/messages'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import type { BoardStorage } from '@/server/storage/board-storage'
import { storageFailed } from '@/server/storage/storage-failed'
import { createRooms, type Rooms } from '@/server/sync/rooms'
import type { SyncSocket } from '@/server/sync/socket/sync-socket'
import { systemClock } from '@/server/sync/system-clock'
import { createQuietLog } from '../quiet-log'
import { toPerson } from '../rooms/room-harness'
import type { SeededRandom } from '../seeded-random'
import { BOARD, storeBoard } from '../boards/stored-board'

const SLOWEST_WRITE_MS = 40
/** A disk that is busy with something else. */
const STALLED_WRITE_MS = 1_500
/** What no part of the server may ever have to say of itself. */
const FAULTS = new Set([
  'room.tick-failed',
  'room.tell-failed',
  'socket.failed',
  'process.uncaught-exception',
])

/** One server after another on one disk: each may be asked to stop, or die in the middle of anything. */
export class MortalServer {
  /** What survives. */
  readonly disk: BoardStorage = createMemoryBoardStorage()
  readonly roles = new Map<string, Role>()
  readonly #random: SeededRandom
  readonly #logs: ReturnType<typeof createQuietLog>[] = []
  #life = { isDead: true }
  #rooms: Rooms | null = null
  deaths = 0
  /** While set, no write gets to the disk. */
  isDiskFull = false

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** Founds the board of all tests. */
  async found(): Promise<void> {
    await this.disk.start()
    await storeBoard(this.disk)
  }

  start(): void {
    const [life, log] = [{ isDead: false }, createQuietLog()]
    this.#life = life
    this.#logs.push(log)
    this.#rooms = createRooms({ storage: this.#mortal(life), log, clock: systemClock })
    this.#rooms.start()
  }

  /** Asked to stop: it writes what it has, then ends. */
  async drain(): Promise<void> {
    await this.#rooms?.stop()
    this.die()
  }

  /** Dies. What was being written is on the disk or is not; nothing it still does reaches anybody. */
  die(): void {
    this.#life.isDead = true
    this.#rooms = null
    this.deaths++
  }

  setRole(name: string, role: Role): void {
    this.roles.set(name, role)
    this.#rooms?.setRole(BOARD, toPerson(name).personId, role)
  }

  /** How a call of this person is taken; null while no server runs. */
  answer(name: string, address: URL): ((socket: SyncSocket) => void) | null {
    const rooms = this.#rooms
    if (!rooms) return null
    return (socket) => {
      const person = toPerson(name, this.roles.get(name))
      const caps = parseCaps(address.searchParams.get('caps'))
      void rooms.connect(socket, { boardId: BOARD, person, caps })
    }
  }

  /** What any of the servers said that a sound one never says. */
  get faults(): readonly string[] {
    return this.#logs.flatMap(({ events }) => events.filter((event) => FAULTS.has(event)))
  }

  #writeMs(): number {
    return this.#random.below(this.#random.below(6) === 0 ? STALLED_WRITE_MS : SLOWEST_WRITE_MS)
  }

  #mortal(life: { readonly isDead: boolean }): BoardStorage {
    const alive = async (): Promise<void> => {
      await new Promise<void>((resolve) => setTimeout(resolve, this.#writeMs()))
      // A dead process waits for nothing any more.
      if (life.isDead) await new Promise<never>(() => undefined)
    }
    return {
      ...this.disk,
      append: async (batches) => {
        await alive()
        if (this.isDiskFull) throw storageFailed('the disk is full')
        const seqs = await this.disk.append(batches)
        await alive()
        return seqs
      },
      saveSnapshot: async (...given) => {
        await alive()
        await this.disk.saveSnapshot(...given)
      },
      load: async (boardId) => {
        await alive()
        return this.disk.load(boardId)
      },
    }
  }
}
