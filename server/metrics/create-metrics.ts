import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ErrorCode } from '@/lib/errors'

/** From well below a tick to where people notice. */
const TICK_SECONDS = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.025, 0.05, 0.1, 0.25, 1]
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]

/** What is read at the moment of asking, because somebody else owns it. */
export interface LiveFacts {
  rooms(): { rooms: number; sockets: number }
  /** Bytes on sockets of boards since the start. */
  traffic(): { in: number; out: number }
  /** The file system of the data folder. */
  disk(): { usedBytes: number; freeBytes: number }
}

/** What this process counts for its operator: numbers alone, never names, secrets or board content. */
export interface Metrics {
  /** One tick of one board took so long in the guard. */
  noteTick(seconds: number): void
  /** One group of writes took so long until it was safe on disk. */
  noteCommit(seconds: number): void
  /** A socket was refused or put out for this reason. */
  noteRefused(code: ErrorCode): void
  /** So many writes were put back for this reason. */
  noteCompensated(code: ErrorCode, count: number): void
  /** A reader fell behind. */
  noteLagging(): void
  /** Saving one board failed once, or is late. */
  noteUnsaved(): void
  /** Everything as text, in the Prometheus exposition format. */
  render(facts: LiveFacts): Promise<string>
  readonly contentType: string
}

/** Makes the counters, all at zero; also those of the process itself (processor, memory, event loop). */
export function createMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const own = { registers: [register] }
  const rooms = new Gauge({ ...own, name: 'contour_rooms', help: 'Boards in memory' })
  const sockets = new Gauge({ ...own, name: 'contour_sockets', help: 'Open sockets of boards' })
  const tick = new Histogram({
    ...own,
    name: 'contour_tick_seconds',
    help: 'Screening, applying and judging the writes of one tick',
    buckets: TICK_SECONDS,
  })
  const commit = new Histogram({
    ...own,
    name: 'contour_log_commit_seconds',
    help: 'From handing writes to the storage until they are safe on disk',
    buckets: COMMIT_SECONDS,
  })
  const bytes = new Counter({
    ...own,
    name: 'contour_socket_bytes_total',
    help: 'Bytes on sockets of boards, as seen by the server',
    labelNames: ['direction'],
  })
  const diskUsed = new Gauge({
    ...own,
    name: 'contour_disk_used_bytes',
    help: 'What is taken of the file system that the data folder lies on, by whomever',
  })
  const diskFree = new Gauge({
    ...own,
    name: 'contour_disk_free_bytes',
    help: 'What Contour may still take of it',
  })
  const refused = new Counter({
    ...own,
    name: 'contour_sockets_refused_total',
    help: 'Sockets refused or put out, by the code of the reason',
    labelNames: ['code'],
  })
  const compensated = new Counter({
    ...own,
    name: 'contour_writes_compensated_total',
    help: 'Writes that were put back, by the code of the reason',
    labelNames: ['code'],
  })
  const lagging = new Counter({
    ...own,
    name: 'contour_sockets_lagging_total',
    help: 'Readers that fell behind',
  })
  const unsaved = new Counter({
    ...own,
    name: 'contour_saves_failed_total',
    help: 'Times that saving a board failed or was late; it is tried again until it works',
  })
  return {
    noteTick: (seconds) => tick.observe(seconds),
    noteCommit: (seconds) => commit.observe(seconds),
    noteRefused: (code) => refused.inc({ code }),
    noteCompensated: (code, count) => compensated.inc({ code }, count),
    noteLagging: () => lagging.inc(),
    noteUnsaved: () => unsaved.inc(),
    async render(facts) {
      const live = facts.rooms()
      rooms.set(live.rooms)
      sockets.set(live.sockets)
      const disk = facts.disk()
      diskUsed.set(disk.usedBytes)
      diskFree.set(disk.freeBytes)
      const traffic = facts.traffic()
      bytes.reset()
      bytes.inc({ direction: 'in' }, traffic.in)
      bytes.inc({ direction: 'out' }, traffic.out)
      return register.metrics()
    },
    contentType: register.contentType,
  }
}
