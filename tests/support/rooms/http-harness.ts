import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createOriginRule } from '@/server/access/origin-rule'
import { createServerKey } from '@/server/access/server-key'
import { createTickets } from '@/server/access/tickets'
import { createVisitors } from '@/server/access/visitors'
import { createApi } from '@/server/http/api'
import type { BuildFiles } from '@/server/http/pages/build-files'
import { createFront, type PageHost } from '@/server/http/pages/front'
import { createIntake, type MostKept } from '@/server/http/limits/intake'
import type { ApiParts } from '@/server/http/parts'
import { addMetricsRoute } from '@/server/http/routes/metrics'
import { createAsking } from '@/server/http/turns/queue/asking'
import { createUpgradeDoor, type UpgradeDoor } from '@/server/http/upgrade'
import { createLog } from '@/server/log'
import { createMetrics } from '@/server/metrics/create-metrics'
import { Traffic } from '@/server/metrics/traffic'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { createRooms, type RoomsOptions } from '@/server/sync/rooms'
import { systemClock } from '@/server/sync/system-clock'

const noPages: PageHost = {
  handle: (_request, response) => Promise.resolve(void response.writeHead(404).end()),
  upgrade: (_request, socket) => Promise.resolve(void socket.destroy()),
}

/** The whole server but the pages, on a free loopback port. */
export interface HttpHarness {
  readonly origin: string
  readonly parts: ApiParts
  readonly door: UpgradeDoor
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** How many lines are open at this moment. */
  connections(): Promise<number>
  stop(): Promise<void>
}

export interface HarnessOptions {
  readonly pages?: PageHost
  readonly files?: BuildFiles
  readonly storage?: BoardStorage
  readonly origin?: string
  readonly most?: MostKept
  readonly mostLive?: RoomsOptions['most']
  readonly metricsToken?: string
  readonly stalledMs?: number
  now?(): number
}

export async function startHttpHarness(options: HarnessOptions = {}): Promise<HttpHarness> {
  const storage = options.storage ?? createMemoryBoardStorage()
  await storage.start()
  const parts = createParts(storage, options)
  parts.rooms.start()
  const traffic = new Traffic()
  const door = createUpgradeDoor(parts, traffic)
  const api = createApi(parts)
  const facts = {
    rooms: () => parts.rooms.stats(),
    traffic: () => traffic.total(),
    disk: () => ({ usedBytes: 0, freeBytes: 0 }),
  }
  addMetricsRoute(api, {
    metrics: createMetrics(),
    facts,
    token: options.metricsToken,
    isBehindProxy: options.origin !== undefined,
  })
  const server = createFront({
    api,
    pages: options.pages ?? noPages,
    door,
    asking: parts.asking,
    log: parts.log,
    isDevelopment: false,
    isBehindProxy: options.origin !== undefined,
    ...(options.files === undefined ? {} : { files: options.files }),
    ...(options.stalledMs === undefined ? {} : { stalledMs: options.stalledMs }),
  })
  const origin = `http://127.0.0.1:${await listen(server)}`
  const post: HttpHarness['post'] = (path, body, headers = {}) => {
    const isRaw = body instanceof Uint8Array || typeof body === 'string'
    return fetch(origin + path, {
      method: 'POST',
      body: isRaw ? (body as BodyInit) : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  }
  return {
    origin,
    parts,
    door,
    post,
    get: (path, headers = {}) => fetch(origin + path, { headers }),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async stop() {
      await parts.rooms.stop()
      door.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await storage.stop()
    },
  }
}

/** The `name=value` part of the cookie an answer sets, ready for a Cookie header. */
export function cookieFrom(response: Response): { cookie: string } {
  const [cookie] = (response.headers.get('set-cookie') ?? '').split(';')
  return { cookie: cookie ?? '' }
}

function createParts(storage: BoardStorage, options: HarnessOptions): ApiParts {
  const key = createServerKey(randomBytes(32))
  const log = createLog('silent')
  const now = options.now ?? Date.now
  const most = options.most ?? { boards: Infinity, bytes: Infinity }
  const random = (lengthBytes: number): Uint8Array => randomBytes(lengthBytes)
  const isBehindProxy = options.origin !== undefined
  return {
    storage,
    key,
    log,
    now,
    random,
    rooms: createRooms({
      ...{ storage, log, clock: systemClock },
      ...(options.mostLive ? { most: options.mostLive } : {}),
    }),
    visitors: createVisitors(storage, key),
    tickets: createTickets(now, random),
    origin: createOriginRule(options.origin),
    intake: createIntake({ storage, most, isBehindProxy, now }),
    asking: createAsking(key, isBehindProxy),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
