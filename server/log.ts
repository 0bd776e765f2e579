import pino, { type DestinationStream } from 'pino'

/** Every event the log may name. */
export const LOG_EVENTS = [
  'server.started',
  'server.stopping',
  'server.stopped',
  'server.failed',
  'process.uncaught-exception',
  'process.unhandled-rejection',
  'process.memory-short',
  'disk.half-full',
  'disk.nearly-full',
  'build.started',
  'build.finished',
  'request.failed',
  'request.refused',
  'request.aborted',
  'storage.failed',
  'storage.recovered',
  'storage.worker-restarted',
  'storage.snapshot-damaged',
  'board.deleted',
  'board.restored',
  'board.erased',
  'board.duplicated',
  'link.replaced',
  'member.changed',
  'member.removed',
  'room.loaded',
  'room.load-failed',
  'room.unloaded',
  'room.renewed',
  'room.overgrown',
  'room.renewal-failed',
  'room.compacted',
  'room.compaction-failed',
  'room.tick-failed',
  'room.tell-failed',
  'room.save-failed',
  'room.save-late',
  'room.save-recovered',
  'socket.opened',
  'socket.closed',
  'socket.refused',
  'socket.lagging',
  'socket.failed',
  'write.refused',
] as const
export type LogEvent = (typeof LOG_EVENTS)[number]

/** The log: named events with facts, never free text, never secrets, names or board content. */
export interface Log {
  debug(event: LogEvent, facts?: object): void
  info(event: LogEvent, facts?: object): void
  warn(event: LogEvent, facts?: object): void
  error(event: LogEvent, facts?: object): void
}

/** Makes the process log: one JSON object a line, on standard output unless told otherwise. */
export function createLog(level: string, out: DestinationStream = pino.destination(1)): Log {
  const options = { level, base: null, serializers: { cause: pino.stdSerializers.err } }
  const logger = pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, out)
  return {
    debug: (event, facts = {}) => logger.debug({ event, ...facts }),
    info: (event, facts = {}) => logger.info({ event, ...facts }),
    warn: (event, facts = {}) => logger.warn({ event, ...facts }),
    error: (event, facts = {}) => logger.error({ event, ...facts }),
  }
}
