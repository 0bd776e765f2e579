import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { WebSocket } from 'ws'
import type { BoardClient } from '@/components/board/board-client'
import { createBoardClient } from '@/components/board/create-board-client'
import { openOrRemember } from '@/components/board/offline/storage/browser-offline-storage'
import { createRenewal } from '@/components/board/offline/create-renewal'
import type { Renewal } from '@/components/board/offline/renewal'
import type { OfflineStorage } from '@/components/board/offline/storage/offline-storage'
import type { Clock } from '@/components/board/sync/clock'
import type { Role } from '@/lib/access/roles'
import { ok } from '@/lib/result'
import { toPerson } from './room-harness'
import { SeededRandom } from '../seeded-random'
import { BOARD } from '../boards/stored-board'
import type { SyncServer } from './sync-server'

const PICTURE_MS = 16
/** What stands there for whoever comes after: y-indexeddb takes no other than the global one. */
const OWN_INDEXED_DB = globalThis.indexedDB
/** Nobody listens there. */
const NOWHERE = 'ws://127.0.0.1:1'

const after: Clock['after'] = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

interface Opening {
  readonly role?: Role
  readonly epoch?: number
  readonly renewal?: Renewal
  readonly line?: FakeLine
}

/** The network as one page alone has it: of several pages one may be back long after the others. */
export class FakeLine {
  isCut = false
  readonly sockets = new Set<WebSocket>()

  cut(): void {
    this.isCut = true
    for (const socket of this.sockets) socket.terminate()
  }
}

/** A page whose board may be renewed under it. */
export interface FakePage {
  client: BoardClient
  renewals: number
}

/** One browser on the real client code: what it keeps, its network, and the pages opened in it. */
export class FakeBrowser {
  isOnline = true
  /** How far the clock of its computer is ahead of the true time. */
  clockAheadMs = 0
  storage: OfflineStorage
  private readonly clock: Clock = {
    now: () => Date.now() + this.clockAheadMs,
    after,
    frame: (run) => after(PICTURE_MS, run),
  }
  private readonly server: () => SyncServer
  private readonly sockets = new Set<WebSocket>()
  private readonly pages = new Set<BoardClient>()

  private constructor(server: () => SyncServer, storage: OfflineStorage) {
    this.server = server
    this.storage = storage
  }

  /** A browser that has kept nothing yet; `canKeep` false: it never will. */
  static async install(server: () => SyncServer, { canKeep = true } = {}): Promise<FakeBrowser> {
    globalThis.indexedDB = new IDBFactory()
    return new FakeBrowser(server, await openOrRemember(() => (canKeep ? globalThis.indexedDB : undefined)))
  }

  /** Opens the board in a page, as the server says who somebody is; does not wait for anything. */
  open(name: string, { role = 'participant', epoch = 1, renewal, line }: Opening = {}): BoardClient {
    const { clock } = this
    const random = new SeededRandom(name.length)
    const client = createBoardClient({
      boardId: BOARD,
      title: 'Board',
      me: toPerson(name, role),
      epoch,
      origin: 'http://not.used',
      socketUrl: this.server().url,
      now: clock.now,
      random: (length) => random.bytes(length),
      clock,
      WebSocketClass: this.socketOf(`${name}/${role}`, line),
      offline: this.storage,
      ...(renewal && { renewal }),
    })
    this.pages.add(client)
    client.start()
    return client
  }

  /** Opens a page that puts a fresh document in the place of one that was given up, as the real one does. */
  async openPage(name: string, { role = 'participant', line }: Opening = {}): Promise<FakePage> {
    const findEpoch = async (): Promise<number> => (await this.server().storage.findBoard(BOARD))?.epoch ?? 1
    const page: FakePage = { client: null as unknown as BoardClient, renewals: 0 }
    const renewal = createRenewal({
      clock: this.clock,
      find: async () => ok({ epoch: await findEpoch(), role }),
      onFound: (found) => {
        this.close(page.client)
        page.client = this.open(name, { ...found, ...own })
        page.renewals++
      },
    })
    const own = { renewal, ...(line && { line }) }
    page.client = this.open(name, { role, epoch: await findEpoch(), ...own })
    return page
  }

  close(page: BoardClient): void {
    this.pages.delete(page)
    page.stop()
  }

  goOffline(): void {
    this.isOnline = false
    for (const socket of this.sockets) socket.terminate()
  }

  stop(): void {
    for (const page of this.pages) page.stop()
    for (const socket of this.sockets) socket.terminate()
    globalThis.indexedDB = OWN_INDEXED_DB
  }

  private socketOf(cookie: string, line = new FakeLine()): typeof globalThis.WebSocket {
    const { sockets } = this
    const { server } = this
    const addressOf = (url: string): string =>
      this.isOnline && !line.isCut ? url.replace(/^.*\/sync/, server().url) : NOWHERE
    class CookieSocket extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(addressOf(url), protocols, { headers: { cookie } })
        for (const open of [sockets, line.sockets]) {
          open.add(this)
          this.on('close', () => open.delete(this))
        }
      }
    }
    return CookieSocket as unknown as typeof globalThis.WebSocket
  }
}
