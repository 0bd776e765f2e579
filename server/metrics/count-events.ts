import type { ErrorCode } from '@/lib/errors'
import type { Log, LogEvent } from '../log'
import type { Metrics } from './create-metrics'

interface Facts {
  readonly code?: ErrorCode
  readonly refusals?: readonly { readonly code: ErrorCode }[]
}

const UNSAVED: ReadonlySet<LogEvent> = new Set(['room.save-failed', 'room.save-late'])
const REFUSALS: ReadonlySet<LogEvent> = new Set(['socket.refused', 'socket.closed', 'room.load-failed'])

/** The same log; what it names is also counted, whatever its level lets through. */
export function countEvents(log: Log, metrics: Metrics): Log {
  const counting =
    (write: (event: LogEvent, facts?: object) => void) =>
    (event: LogEvent, facts: object = {}): void => {
      count(metrics, event, facts)
      write(event, facts)
    }
  return {
    debug: counting(log.debug),
    info: counting(log.info),
    warn: counting(log.warn),
    error: counting(log.error),
  }
}

function count(metrics: Metrics, event: LogEvent, { code, refusals }: Facts): void {
  if (event === 'socket.lagging') metrics.noteLagging()
  if (UNSAVED.has(event)) metrics.noteUnsaved()
  if (REFUSALS.has(event)) metrics.noteRefused(code ?? 'internal')
  if (event === 'write.refused')
    for (const refusal of refusals ?? []) metrics.noteCompensated(refusal.code, 1)
}
