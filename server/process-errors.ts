import type { Log } from './log'

/**
 * Logs what nobody caught as named events. The process goes on: rooms mend themselves, and what was acked is on disk.
 * The capture callback comes before every listener; the page host installs one that would print and forget.
 */
export function logUncaught(log: Log): void {
  process.setUncaughtExceptionCaptureCallback((cause) => log.error('process.uncaught-exception', { cause }))
  process.on('unhandledRejection', (cause) => log.error('process.unhandled-rejection', { cause }))
}
