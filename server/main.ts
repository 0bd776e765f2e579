// First, so that an older Node gets a sentence before it runs what it does not know.
import './check-node.cjs'
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { LIMITS } from '@/lib/sync/limits'
import { createOriginRule } from './access/origin-rule'
import { loadServerKey } from './access/server-key'
import { createTickets } from './access/tickets'
import { createVisitors } from './access/visitors'
import { BUILD, ensureBuilt } from './build'
import { readProcessConfig, type Config } from './config'
import { DiskWatch, measureDisk } from './disk-watch'
import { Eraser } from './erase-deleted'
import { createApi } from './http/api'
import { createPageReads } from './http/pages/create-page-reads'
import { loadBuildFiles } from './http/pages/build-files'
import { createFront, type PageHost } from './http/pages/front'
import { createIntake } from './http/limits/intake'
import type { ApiParts } from './http/parts'
import { addMetricsRoute } from './http/routes/metrics'
import { createAsking } from './http/turns/queue/asking'
import { createLoadTurns } from './http/turns/load-turns'
import { takeStorageInTurns } from './http/turns/storage-in-turns'
import { watchAnswers } from './http/open-answers'
import { createUpgradeDoor } from './http/upgrade'
import { createLog, type Log } from './log'
import { countEvents } from './metrics/count-events'
import { createMetrics, type Metrics } from './metrics/create-metrics'
import { timeCommits } from './metrics/time-commits'
import { timeTicks } from './metrics/time-ticks'
import { Traffic } from './metrics/traffic'
import { PAGE_READS } from './page-reads'
import { logUncaught } from './process-errors'
import { lockFolder } from './storage/sqlite/folder-lock'
import { createSqliteBoardStorage } from './storage/sqlite/sqlite-board-storage'
import { createGuard } from './sync/guard/create-guard'
import { createRooms } from './sync/rooms'
import { systemClock } from './sync/system-clock'

const config = readProcessConfig()
if (!config.ok) fail(config.error)
else
  await main(config.value, createLog(config.value.logLevel)).catch((error: unknown) =>
    fail(toSentence(error)),
  )

async function main(settings: Config, plainLog: Log): Promise<void> {
  const metrics = createMetrics()
  const log = countEvents(plainLog, metrics)
  logUncaught(log)
  await assertPortIsFree(settings)
  // Before anything that takes long: whoever has to choose another folder hears of it at once.
  const folder = lockFolder(settings.dataDirectory)
  if (!settings.isDevelopment) await ensureBuilt({ log, onBegun: sayThatItBuilds })
  const disk = new DiskWatch({ measure: () => measureDisk(settings.dataDirectory), clock: systemClock, log })
  const parts = await createParts(settings, { log, metrics, disk })
  const traffic = new Traffic()
  const door = createUpgradeDoor(parts, traffic)
  const api = createApi(parts)
  const facts = { rooms: () => parts.rooms.stats(), traffic: () => traffic.total(), disk: () => disk.space }
  addMetricsRoute(api, {
    metrics,
    facts,
    token: settings.metricsToken,
    isBehindProxy: settings.origin !== undefined,
  })
  const eraser = new Eraser({ storage: parts.storage, clock: systemClock, log })
  Object.assign(globalThis, { [PAGE_READS]: createPageReads(parts, settings) })
  const [pages, files] = await Promise.all([
    createPageHost(settings),
    settings.isDevelopment ? undefined : loadBuildFiles(BUILD),
  ])
  const front = createFront({
    api,
    pages,
    ...(files ? { files } : {}),
    door,
    asking: parts.asking,
    log,
    isDevelopment: settings.isDevelopment,
    isBehindProxy: settings.origin !== undefined,
  })
  const answers = watchAnswers(front)
  await listen(front, settings)
  eraser.start()
  disk.start()
  announce(front, settings)
  log.info('server.started', { port: portOf(front) })
  stopOnSignals(async () => {
    log.info('server.stopping', parts.rooms.stats())
    front.close()
    eraser.stop()
    disk.stop()
    await parts.rooms.stop()
    await door.emptied()
    door.stop()
    // What was asked is answered, if only with that it has to be asked again.
    await answers.settled(LIMITS.LAST_ANSWERS_MS)
    await parts.storage.stop()
    folder.release()
    front.closeAllConnections()
    log.info('server.stopped')
  }, log)
}

interface Watchers {
  readonly log: Log
  readonly metrics: Metrics
  readonly disk: DiskWatch
}

async function createParts(settings: Config, { log, metrics, disk }: Watchers): Promise<ApiParts> {
  const key = await loadServerKey(settings.dataDirectory)
  const nowMs = (): number => performance.now()
  const storage = timeCommits(
    createSqliteBoardStorage({ directory: settings.dataDirectory, log }),
    metrics,
    nowMs,
  )
  await storage.start()
  const isBehindProxy = settings.origin !== undefined
  const asking = createAsking(key, isBehindProxy)
  const rooms = createRooms({
    storage,
    log,
    clock: systemClock,
    loadTurns: createLoadTurns({ asking, clock: systemClock }),
    createGuard: (options) => timeTicks(createGuard(options), metrics, nowMs),
  })
  rooms.start()
  const inTurns = takeStorageInTurns(storage, {
    asking,
    atOnce: LIMITS.STORAGE_CALLS_AT_ONCE,
    waitingPerAsker: LIMITS.STORAGE_CALLS_WAITING_PER_ASKER,
    waitingInAll: LIMITS.STORAGE_CALLS_WAITING_IN_ALL,
  })
  const random = (lengthBytes: number): Uint8Array => randomBytes(lengthBytes)
  return {
    storage: inTurns,
    rooms,
    key,
    log,
    random,
    now: Date.now,
    visitors: createVisitors(inTurns, key),
    tickets: createTickets(Date.now, random),
    origin: createOriginRule(settings.origin),
    intake: createIntake({
      storage: inTurns,
      most: settings.most,
      isBehindProxy,
      isDiskShort: () => disk.isShort,
      now: Date.now,
    }),
    asking,
  }
}

/** Next is loaded late: it reads NODE_ENV as it is loaded, and a missing build must not stop us from building. */
async function createPageHost({ isDevelopment }: Config): Promise<PageHost> {
  const { default: next } = await import('next')
  // Given none, it listens to ours for upgrades by itself, and ends the lines of those it has a page for.
  const ownDoor = isDevelopment ? {} : { httpServer: createServer() }
  const dir = fileURLToPath(new URL('..', import.meta.url))
  const app = next({ dev: isDevelopment, dir, ...ownDoor })
  await app.prepare()
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler() }
}

async function assertPortIsFree(settings: Config): Promise<void> {
  const probe = createServer()
  await listen(probe, settings)
  await new Promise((resolve) => probe.close(resolve))
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function sayThatItBuilds(): void {
  if (process.stdout.isTTY) say('Preparing Contour. Its pages are built, which takes about a minute.')
}

function announce(server: Server, settings: Config): void {
  const port = portOf(server)
  say(`Contour is ready at ${settings.origin ?? `http://localhost:${port}`}`)
  if (settings.origin || settings.host !== undefined) return
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const lan = others.find(({ family, internal }) => family === 'IPv4' && !internal)
  if (lan) say(`Others in your network open http://${lan.address}:${port}`)
}

function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let stopping = false
  const handle = (): void => {
    if (stopping) return
    stopping = true
    const overdue = setTimeout(() => process.exit(1), LIMITS.DRAIN_MS)
    overdue.unref()
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        log.error('server.failed', { cause })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}

function toSentence(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what runs there, or choose another with PORT=${Number(port) + 1}.`
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1024 with PORT=3000.`
  return `Contour could not start. ${message}`
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
  process.exit()
}
