import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Role } from '@/lib/access/roles'
import { parseCaps } from '@/lib/sync/messages'
import type { BoardId } from '@/lib/ids'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import type { Clock } from '@/server/sync/clock'
import { createRooms, type Rooms } from '@/server/sync/rooms'
import { createSocketServer, toSyncSocket } from '@/server/sync/socket/ws-socket'
import { systemClock } from '@/server/sync/system-clock'
import { createQuietLog } from '../quiet-log'
import { toPerson } from './room-harness'
import { shake, type ShakyStorage } from './shaky-storage'
import { BOARD, storeBoard } from '../boards/stored-board'
import { connectClient, type SyncClient, type SyncClientOptions } from './sync-client'

/** Rooms behind real sockets on a free port, without sessions: the cookie says outright who somebody is. */
export interface SyncServer {
  readonly rooms: Rooms
  readonly storage: ShakyStorage
  /** `ws://127.0.0.1:<port>/sync`. */
  readonly url: string
  connect(name: string, role?: Role, options?: Partial<SyncClientOptions>): SyncClient
  stop(): Promise<void>
}

export async function startSyncServer(
  storage?: ShakyStorage,
  clock: Clock = systemClock,
): Promise<SyncServer> {
  const kept = storage ?? shake(createMemoryBoardStorage())
  if (!storage) await storeBoard(kept)
  const rooms = createRooms({ storage: kept, log: createQuietLog(), clock })
  rooms.start()
  const sockets = createSocketServer()
  const server = createServer()
  server.on('upgrade', (request, transport, head) => {
    sockets.handleUpgrade(request, transport, head, (webSocket) => {
      const url = new URL(request.url ?? '/', 'http://test')
      const [name = '', role = ''] = (request.headers.cookie ?? '').split('/')
      const epoch = url.searchParams.get('epoch')
      void rooms.connect(toSyncSocket(webSocket, transport), {
        boardId: (url.pathname.split('/').at(-1) ?? '') as BoardId,
        person: toPerson(name, role as Role),
        caps: parseCaps(url.searchParams.get('caps')),
        ...(epoch === null ? {} : { epoch: Number(epoch) }),
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`
  const clients: SyncClient[] = []
  return {
    rooms,
    storage: kept,
    url,
    connect(name, role = 'participant', options = {}) {
      const client = connectClient({ server: url, boardId: BOARD, cookie: `${name}/${role}`, ...options })
      clients.push(client)
      return client
    },
    async stop() {
      for (const client of clients) client.stop()
      await rooms.stop()
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
